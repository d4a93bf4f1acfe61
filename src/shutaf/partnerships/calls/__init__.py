"""How is everybody invited alike? The open call: its text, who was told of it, who answered."""
