"""Which papers on data protection can be had, and what is told to everybody?"""
