"""Who is there? The list of bodies."""
