"""Computes: arrays and frozen dataclasses in, numbers and Findings out. Knows no Django, file, network, clock or language."""
