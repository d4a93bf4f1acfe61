"""Who is missing, from every side, why, and what was said not to matter?"""
