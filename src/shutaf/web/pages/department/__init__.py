"""How is the sheet of one department filled, all of it on one page?"""
