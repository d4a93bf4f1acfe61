"""Who was shown contact data of people? For owners."""
