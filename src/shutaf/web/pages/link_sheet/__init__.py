"""What does a body see and say through its personal link, without an account?"""
