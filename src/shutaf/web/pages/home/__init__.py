"""Where are we, what is the most useful next thing, and what changed?"""
