"""Which offers meet which needs, what almost fits, who could give in a circle, and what was answered?"""
