"""How do several people rate the same initiatives apart, and what came of it?"""
