"""Pieces that three pages or more use."""
