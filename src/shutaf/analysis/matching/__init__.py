"""Which needs do which offers meet, and why?"""
