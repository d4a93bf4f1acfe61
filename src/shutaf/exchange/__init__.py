"""What does each body need, and what could it give?"""
