"""Who works with whom, who wants what, who can act on whom, and how do we know?"""
