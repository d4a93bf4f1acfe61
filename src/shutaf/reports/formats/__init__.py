"""In which foreign formats does a map leave, and what of it does each of them carry?"""

from shutaf.reports.formats.offered import FORMATS, Format, format_for, left_behind

__all__ = ["FORMATS", "Format", "format_for", "left_behind"]
