"""What in the library is meant by these words, and which cases are of this kind?"""

from shutaf.reports.library_search.entries import Entry, Said, entries, entry
from shutaf.reports.library_search.facets import FACETS, Chosen, Count, Facet, counts, fitting, led_by, size, values
from shutaf.reports.library_search.index import found

__all__ = [
    "FACETS",
    "Chosen",
    "Count",
    "Entry",
    "Facet",
    "Said",
    "counts",
    "entries",
    "entry",
    "fitting",
    "found",
    "led_by",
    "size",
    "values",
]
