"""How does a file come in: looked at, mended in the cell, accepted as one batch?"""
