"""By which sign does the reader know what is no data?"""

NOT_DATA = "ⓘ"
"""A sheet whose first cell begins with it is never read; nor is any other cell that begins with it."""
