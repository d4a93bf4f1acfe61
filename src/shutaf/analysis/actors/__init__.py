"""Who is on the map, who is missing, and what do we know of each body?"""
