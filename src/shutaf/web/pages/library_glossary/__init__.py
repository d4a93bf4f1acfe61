"""What does a word of the field mean, and how do others say it?"""
