"""Which open invitations are there, and where does a new one begin?"""
