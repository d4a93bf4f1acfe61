"""Is this body a person, and may it be rated?"""
