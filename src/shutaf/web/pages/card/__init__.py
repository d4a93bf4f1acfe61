"""What do we know of this body, asked a few questions at a time?"""
