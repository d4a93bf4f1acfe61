"""What does an article of the library say, and what else stands on its shelf?"""
