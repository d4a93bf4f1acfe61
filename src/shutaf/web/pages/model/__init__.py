"""Which partnership model fits: ten plain questions, and an answer that explains itself."""
