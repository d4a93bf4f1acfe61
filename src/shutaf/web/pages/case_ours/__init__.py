"""What is told of us? A partner, or whoever holds a personal link, reads it and says what may stand."""
