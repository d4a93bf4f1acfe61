"""What does this file say, and what is wrong with it? Bytes in, a Situation and Problems out."""
