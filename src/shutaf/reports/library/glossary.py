"""How do the words of the field stand on paper, by the reader's alphabet, in four languages?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.content import LANGUAGES, Term
from shutaf.reports.document import Block, Document, Facts, Heading, Line, Name, Tag, line
from shutaf.reports.library.article import Level
from shutaf.reports.library.paper import paper
from shutaf.reports.library.terms import first_letter, in_order
from shutaf.reports.library.where import term_anchor


def glossary_paper(*, language: str) -> Document:
    with translation.override(language):
        return paper(language, _("Words of the field"), lead(), glossary_blocks(content.terms(), language, 2))


def lead() -> str:
    return _("What we mean by them, and how they are said in the other three languages.")


def glossary_blocks(terms: Sequence[Term], language: str, level: Level) -> Iterator[Block]:
    """Letter by letter."""
    for letter, group in groupby(in_order(terms, language), key=lambda term: first_letter(term.names[language], language)):
        under = list(group)
        yield Heading(level, line(letter), "")
        yield Facts(tuple((line(one.names[language]), entry(one, language)) for one in under), tuple(term_anchor(one.key) for one in under))


def entry(term: Term, language: str) -> tuple[Line, ...]:
    """What it means, and its names in the other languages."""
    others = [Name(term.names[other]) for other in LANGUAGES if other != language]
    said = line(*(part for i, name in enumerate(others) for part in ((" · ", name) if i else (name,))))
    means = line(term.means[language]) if term.means[language] else line(Tag(_("meaning not written yet"), "unknown"))
    return means, said
