"""The workshop kit: print it, and type in what the tables wrote."""
