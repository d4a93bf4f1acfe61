"""Who works with whom?"""
