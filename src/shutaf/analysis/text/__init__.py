"""Do these two strings mean the same name?"""
