"""Who met whom, what was said in which role, and which promises are open?"""
