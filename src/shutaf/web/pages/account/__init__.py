"""How does a person come in, and what can they see and change of their own account?"""
