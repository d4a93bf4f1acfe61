"""What does the picture of the network tell, in words: as a summary, a list, a table and a tree?"""
