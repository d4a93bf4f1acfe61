"""What do we want to ask each of those we are going to meet?"""
