"""Whom do we invite to an initiative, and with what in hand do we walk in?"""
