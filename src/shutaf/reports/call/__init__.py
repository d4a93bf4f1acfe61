"""What does an open call say, whom did it reach, and what is its trail on paper?"""
