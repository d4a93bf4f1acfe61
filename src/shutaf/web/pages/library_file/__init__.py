"""The library as files: all of it, a shelf, an article, a case, the words, the comparison."""
