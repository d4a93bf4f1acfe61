"""In which language does a reader get a text that may stand in one language only?"""

from __future__ import annotations

from shutaf.content.cases.schema import Case, Texts


def text_in(texts: Texts, language: str) -> tuple[str, str]:
    """(the text, its language): the reader's where it is there, else the one it was written in, which the page marks with `lang`.

    >>> text_in({"he": "חורש"}, "de")
    ('חורש', 'he')
    >>> text_in({}, "de")
    ('', 'de')
    """
    if texts.get(language):
        return texts[language], language
    return next(((text, code) for code, text in texts.items() if text), ("", language))


def languages_of(case: Case) -> tuple[str, ...]:
    """The languages the case was told in: four of the library's own, one of a case that a workspace tells."""
    return tuple(code for code, text in case.names.items() if text)


def other_name(original: str, name: str) -> str:
    """A name in its own language, where it does not stand in the reader's already.

    >>> other_name("Netafim", "נטפים"), other_name("JNF USA", "קרן קיימת (JNF USA)")
    ('Netafim', '')
    """
    return "" if original.casefold() in name.casefold() else original
