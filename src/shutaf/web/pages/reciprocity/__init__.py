"""Who gives and who gets, side by side and body by body, and where it goes one way?"""
