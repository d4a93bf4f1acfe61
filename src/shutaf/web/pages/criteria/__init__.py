"""By what are initiatives compared, how much does each thing count, and what must the first one reach?"""
