"""HTML: one folder a page, pieces used by several in parts, the frame in shell."""
