"""Do these two strings mean the same name? See docs/reference/search.md."""

from shutaf.analysis.text.fold import fold, fold_header
from shutaf.analysis.text.likeness import likeness
from shutaf.analysis.text.mentions import Finder, Mention, finder
from shutaf.analysis.text.names import Names
from shutaf.analysis.text.same_names import SameNames, same_names, word_weights
from shutaf.analysis.text.search import index_text, matches, query_tokens
from shutaf.analysis.text.sound import sound, sounds_alike
from shutaf.analysis.text.spelling import corrected, mistakes_between

__all__ = [
    "Finder",
    "Mention",
    "Names",
    "SameNames",
    "corrected",
    "finder",
    "fold",
    "fold_header",
    "index_text",
    "likeness",
    "matches",
    "mistakes_between",
    "query_tokens",
    "same_names",
    "sound",
    "sounds_alike",
    "word_weights",
]
