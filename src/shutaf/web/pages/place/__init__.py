"""What place is this, and how did its map come to be known?"""
