"""What do the departments do already, and how do hundreds of actions enter at once?"""
