"""What one walks in with to one body, and what one writes to it: its page, and a letter that says what is in it for them."""
