"""Whom was a personal link sent, and who answered?"""
