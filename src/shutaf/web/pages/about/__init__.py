"""What does a visitor want to know: accessibility, privacy, method, source?"""
