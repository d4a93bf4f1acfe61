"""Which joint actions are candidates, and which comes first?"""
