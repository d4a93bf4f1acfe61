"""What is known about this body, said by whom and when, and what is not?"""
