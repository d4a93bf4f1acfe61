"""The third face of the same queries and actions: what does a program ask, and what is it answered?"""
