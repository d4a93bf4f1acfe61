"""What does the map let one notice, and what was done about it?"""
