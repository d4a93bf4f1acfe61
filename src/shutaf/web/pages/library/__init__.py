"""What is known of partnerships elsewhere, and where in it is what I look for?"""
