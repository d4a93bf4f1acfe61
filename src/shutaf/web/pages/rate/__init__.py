"""How does somebody rate on the own phone, by the link of a round, without an account?"""
