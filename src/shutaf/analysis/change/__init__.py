"""What changed between two states of one map?"""
