"""How is what is known about a body and its people typed?"""
