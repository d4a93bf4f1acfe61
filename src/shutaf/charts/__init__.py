"""Draws: results as plain data with finished labels go in, an SVG string comes out. Every rule of right-to-left geometry lives here."""
