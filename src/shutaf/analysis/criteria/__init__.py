"""Which initiative should come first, and how firm is that answer?"""
