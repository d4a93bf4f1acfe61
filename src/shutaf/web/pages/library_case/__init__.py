"""What is told of one case, by whom, and how sure is it?"""
