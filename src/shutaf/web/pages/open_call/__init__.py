"""What does everybody see of an open call, and how do they answer it without an account?"""
