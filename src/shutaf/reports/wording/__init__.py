"""The words of each finding, reason, question and problem, once, in the reader's language."""
