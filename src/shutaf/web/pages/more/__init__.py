"""What else is there in this workspace?"""
