"""By which sign does the reader know what is no data?"""

NOT_DATA = "ⓘ"
"""A sheet whose first cell begins with it is never read; nor is a row right under the headers whose cells all begin with it,
nor a third column of a sheet of fields."""
