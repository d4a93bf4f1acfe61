"""How does a person come in by the sign-in that the municipality has already?"""
