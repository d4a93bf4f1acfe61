"""With what second thing does a person prove that it is they: an app, a passkey, a code on paper?"""
