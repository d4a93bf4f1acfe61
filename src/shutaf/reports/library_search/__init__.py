"""What in the library is meant by these words, and which cases are of this kind?"""

from shutaf.reports.library_search.entries import Entry, Said, entries
from shutaf.reports.library_search.facets import FACETS, Chosen, Count, Facet, counts, fitting, led_by, size, values
from shutaf.reports.library_search.index import Index, found, index_of

__all__ = [
    "FACETS",
    "Chosen",
    "Count",
    "Entry",
    "Facet",
    "Index",
    "Said",
    "counts",
    "entries",
    "fitting",
    "found",
    "index_of",
    "led_by",
    "size",
    "values",
]
