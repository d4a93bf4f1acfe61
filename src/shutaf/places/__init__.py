"""Where are we? The place and its local identity."""
