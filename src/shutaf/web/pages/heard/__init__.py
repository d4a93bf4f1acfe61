"""What did you hear about us, and how do we correct it? One body reads what the town holds on it and its people."""
