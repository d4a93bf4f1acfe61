"""Where does this partnership stand on its way, and what does each step ask?"""
