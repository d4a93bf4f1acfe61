"""Who is there? Bodies (departments among them), and the people with roles in them."""
