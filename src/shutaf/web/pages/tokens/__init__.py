"""Tokens: which programs may act for whom, with what, until when?"""
