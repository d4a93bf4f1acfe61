"""What does each body need, what could it give, and what fits?"""
