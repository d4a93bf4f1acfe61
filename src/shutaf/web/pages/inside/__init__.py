"""What the departments' sheets add up to."""
