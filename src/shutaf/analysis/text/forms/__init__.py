"""In which forms may a word be searched that stands in a name in another form?

Two words meet when they share a form. What is typed may be a beginning; a form we made ourselves must be a whole word, otherwise strangers
meet. Each script tells the two sets: `of_name`, kept beside the record, and `of_query`, looked for.
"""

from __future__ import annotations

from functools import lru_cache
from types import ModuleType

from shutaf.analysis.text.forms import arabic, hebrew, latin


def _script(word: str) -> ModuleType:
    if "\u05d0" <= word[0] <= "\u05ea":
        return hebrew
    return arabic if "\u0620" <= word[0] <= "\u064a" else latin


def script_of(word: str) -> str:
    """hebrew, arabic or latin: words of two scripts share no form.

    >>> script_of("סביבה"), script_of("klima")
    ('hebrew', 'latin')
    """
    return _script(word).__name__.rpartition(".")[2]


@lru_cache(maxsize=2**16)
def of_name(word: str) -> tuple[str, ...]:
    """The folded word and the forms it is found by, each once; remembered for the last 65,536 words.

    >>> of_name("עמותת"), of_name("müller"), of_name("sportverein")
    (('עמותת', 'עמות'), ('müller', 'muller', 'mueller'), ('sportverein', 'verein'))
    """
    return tuple(dict.fromkeys(_script(word).of_name(word)))


def of_query(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(what may be the beginning of an indexed form, what must be one whole) for a folded word that was typed.

    >>> of_query("לסביבה")
    (('לסביבה',), ('סביבה', 'לסביב', 'סביב'))
    """
    begins, whole = _script(word).of_query(word)
    return tuple(dict.fromkeys(begins)), tuple(form for form in dict.fromkeys(whole) if form not in begins)


def bare(word: str) -> tuple[str, ...]:
    """The folded word and what is left without what is written together with it.

    >>> bare("המכללה"), bare("sportverein")
    (('המכללה', 'מכללה'), ('sportverein', 'verein'))
    """
    return tuple(dict.fromkeys((word, *_script(word).bare(word))))
