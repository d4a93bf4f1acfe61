"""What in the library is meant by these words, and which cases are of this kind?"""

from shutaf.reports.library_search.entries import Entry, entries, entry
from shutaf.reports.library_search.index import found

__all__ = ["Entry", "entries", "entry", "found"]
