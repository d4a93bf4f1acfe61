"""Who must prove with a second factor, and who looks in from outside?"""
