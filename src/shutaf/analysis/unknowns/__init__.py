"""What do we not know, and which answer would change most?"""
