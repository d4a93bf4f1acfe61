"""Which words of a text are terms of the glossary? Each becomes a link that carries its meaning, once in a section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from shutaf import content
from shutaf.analysis.text.mentions import Finder, Mention
from shutaf.content import Term
from shutaf.reports.document import Inline, Line, Link, Text
from shutaf.reports.library.where import Where

_EVERYDAY = {"en": frozenset({"needs"}), "de": frozenset({"gewinnen"})}
"""Forms that in running text are mostly a verb of every day ("it needs"): they stand in the glossary and lead nowhere from a text."""

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ALIFS = str.maketrans("أإآى", "اااي")
_UMLAUTS = str.maketrans("äöüß", "aous")
_LETTERS = {"he": re.compile("[א-ת]"), "ar": re.compile("[ء-ي]")}


@cache
def finder_of(language: str) -> Finder:
    """For the terms of the glossary in one language."""
    return Finder({term.key: written(term, language) for term in content.terms()}, language)


@cache
def _by_key() -> dict[str, Term]:
    return {term.key: term for term in content.terms()}


def written(term: Term, language: str) -> list[str]:
    """The forms a term is written in: its name without what stands in brackets, its halves where there are two, and its variants of the same script.

    >>> written(Term("m", {"en": "municipality (city) / town hall"}, {}, ("עיר", "borough"), ()), "en")
    ['municipality', 'town hall', 'borough']
    """
    names = [_BRACKETS.sub("", part).strip() for part in re.split(r"\s/\s|,\s", term.names[language])]
    variants = [one for one in term.variants if _script_of(one) == (language if language in _LETTERS else "")]
    return [
        name for name in dict.fromkeys([*names, *variants]) if len(name) > 1 and "(" not in name and name not in _EVERYDAY.get(language, ())
    ]


def _script_of(text: str) -> str:
    return next((language for language, letters in _LETTERS.items() if letters.search(text)), "")


def linked(texts: Sequence[str], language: str, where: Where) -> tuple[Line, ...]:
    """The texts of one section; the first time a term stands in it, it leads to the glossary."""
    found = finder_of(language).first_mentions(texts)
    return tuple(tuple(_pieces(text, mentions, language, where)) for text, mentions in zip(texts, found, strict=True))


def _pieces(text: str, mentions: Sequence[Mention], language: str, where: Where) -> Iterator[Inline]:
    at = 0
    for mention in mentions:
        if mention.start > at:
            yield Text(text[at : mention.start])
        yield Link(text[mention.start : mention.end], where.term(mention.key), _by_key()[mention.key].means[language])
        at = mention.end
    if at < len(text):
        yield Text(text[at:])


def terms_in(texts: Sequence[str], language: str) -> tuple[Term, ...]:
    """The terms that stand in these texts, in the order of the reader's alphabet."""
    keys = {mention.key for text in texts for mention in finder_of(language).mentions(text)}
    return in_order([_by_key()[key] for key in keys], language)


def in_order(terms: Sequence[Term], language: str) -> tuple[Term, ...]:
    """By the alphabet of a language; an Arabic article and German umlauts do not count."""
    return tuple(sorted(terms, key=lambda term: sort_key(term.names[language], language)))


def sort_key(name: str, language: str) -> str:
    folded = name.casefold().lstrip("(\u2068")
    if language == "ar":
        return re.sub("^ال", "", folded).translate(_ALIFS)
    return folded.translate(_UMLAUTS)


def first_letter(name: str, language: str) -> str:
    """Under which letter a term stands.

    >>> first_letter("Ökonomie", "de"), first_letter("الاستدامة", "ar")
    ('O', 'ا')
    """
    return sort_key(name, language)[:1].upper()
