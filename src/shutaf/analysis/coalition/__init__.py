"""Who together could carry an initiative?"""
