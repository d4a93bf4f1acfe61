"""What did the workspace write to people, and did it go out?"""
