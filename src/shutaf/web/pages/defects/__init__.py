"""Which barriers were told, how long is left for each, and what is answered?"""
