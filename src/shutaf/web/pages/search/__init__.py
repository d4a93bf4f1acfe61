"""Where does it say something about these words?"""
