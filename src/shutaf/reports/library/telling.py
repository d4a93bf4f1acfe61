"""What does an article say, ready for a reader: terms that lead to the glossary, sources numbered, days as the language writes them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.content import Article, Case, Term
from shutaf.content.articles import Block, Section, Source
from shutaf.reports.document import Line, Link, line
from shutaf.reports.library.terms import linked, terms_in
from shutaf.reports.library.where import Where
from shutaf.reports.wording.library import RESTS
from shutaf.reports.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class ToldSource:
    """number: as the text cites it. day: as the language writes it."""

    number: int
    source: Source
    day: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks of one kind that follow each other: a list, a number of steps, or a paragraph by itself."""

    kind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ToldSection:
    anchor: str
    title: str
    rests: str
    rests_said: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An article in one language. terms: of the glossary that stand in it."""

    article: Article
    language: str
    title: str
    lead: str
    sections: tuple[ToldSection, ...]
    sources: tuple[ToldSource, ...]
    terms: tuple[Term, ...]
    cases: tuple[Case, ...]
    related: tuple[Article, ...]


def told(article: Article, language: str, where: Where) -> Told:
    """The article in the active language, which must be this one."""
    speech = Speech(language, Situation())
    cited = tuple(dict.fromkeys(key for part in article.sections for block in part.blocks for key in block.sources))
    numbers = {key: i for i, key in enumerate(cited, start=1)}
    by_key = {source.key: source for source in article.sources}
    sources = tuple(ToldSource(n, by_key[key], speech.date(by_key[key].on), where.source_anchor(n)) for key, n in numbers.items())
    texts = [article.lead[language], *(block.text[language] for part in article.sections for block in part.blocks)]
    return Told(
        article=article, language=language, title=article.title[language], lead=article.lead[language],
        sections=tuple(_section(part, language, where, numbers) for part in article.sections), sources=sources,
        terms=terms_in(texts, language), cases=tuple(content.case(one) for one in article.cases), related=tuple(_named(one) for one in article.related),
    )  # fmt: skip


def _named(address: str) -> Article:
    shelf, _slash, key = address.partition("/")
    return next(one for name in content.SHELVES if name == shelf for one in content.articles(name) if one.key == key)


def _section(section: Section, language: str, where: Where, numbers: dict[str, int]) -> ToldSection:
    lines = linked([block.text[language] for block in section.blocks], language, where)
    cited = [(block, line(text, *_marks(block, where, numbers))) for block, text in zip(section.blocks, lines, strict=True)]
    return ToldSection(
        where.section_anchor(section.key), section.title[language], section.rests, _(RESTS[section.rests][0]), tuple(_runs(cited))
    )


def _marks(block: Block, where: Where, numbers: dict[str, int]) -> list[Link]:
    """The numbers of its sources, raised behind the text."""
    return [Link(f"\u00a0[{numbers[key]}]", where.source(numbers[key]), small=True) for key in block.sources]


def _runs(cited: Sequence[tuple[Block, Line]]) -> list[Run]:
    found = []
    for kind, group in groupby(cited, key=lambda pair: pair[0].kind):
        lines = tuple(text for _block, text in group)
        found += [Run(kind, lines)] if kind in ("point", "step") else [Run(kind, (one,)) for one in lines]
    return found
