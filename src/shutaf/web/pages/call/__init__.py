"""One open invitation: its text, its dates, who was told of it, who answered, whom it reached, and its trail on paper."""
