"""How does a reader read a case that a workspace tells: in the library, for everybody, or inside a workspace?"""
