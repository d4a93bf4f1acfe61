"""What place is this, what does that change, and how did its map come to be known?"""
