"""What happened, who did it, and how is it taken back?"""
