"""Says it: one typed document, the words of each Finding, and the writers that turn a document into files."""
