"""How does a partnership become a case: drafted from its data, told as everybody in it agreed, named or not?"""
