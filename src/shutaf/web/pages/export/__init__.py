"""How does an owner take everything home?"""
