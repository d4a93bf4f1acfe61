"""How does the whole library become one paper, for one reader or for all?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.content import SHELVES as ORDER
from shutaf.content import Article, Case
from shutaf.content.articles.schema import Shelf
from shutaf.reports.document import Block, Document, Heading, PageBreak, Paragraph, line
from shutaf.reports.library.article import article_blocks
from shutaf.reports.library.case import case_blocks, eyebrow
from shutaf.reports.library.comparison import comparison_blocks
from shutaf.reports.library.comparison import lead as comparison_lead
from shutaf.reports.library.glossary import glossary_blocks
from shutaf.reports.library.glossary import lead as glossary_lead
from shutaf.reports.library.paper import paper
from shutaf.reports.library.telling import told
from shutaf.reports.library.where import article_anchor, case_anchor, in_guide
from shutaf.reports.wording.library import SHELVES

Reader: TypeAlias = Literal["municipality", "business", "civil_society", "all"]
READERS: Final[tuple[Reader, ...]] = ("municipality", "business", "civil_society", "all")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What stands in the guide of one reader: of the three guides their own, of the cases those its articles name; for all, everything."""

    articles: tuple[Article, ...]
    cases: tuple[Case, ...]

    def on(self, shelf: Shelf) -> list[Article]:
        return [one for one in self.articles if one.shelf == shelf]


def chosen(reader: Reader) -> Chosen:
    shelves = [shelf for shelf in ORDER if reader in ("all", shelf) or shelf not in READERS]
    articles = tuple(one for shelf in shelves for one in content.articles(shelf))
    named = {case_id for one in articles for case_id in one.cases}
    return Chosen(articles, tuple(one for one in content.cases() if reader == "all" or one.id in named))


def guide(*, language: str, reader: Reader = "all") -> Document:
    """Shelf by shelf, then the cases, the comparison and the words."""
    with translation.override(language):
        return paper(language, title(reader), lead(), tuple(_blocks(chosen(reader), language)), has_contents=True)


def title(reader: Reader) -> str:
    if reader == "all":
        return _("The library of local partnerships")
    return _("The library of local partnerships: {reader}").format(reader=_(SHELVES[reader][0]))


def lead() -> str:
    return _(
        "How a town, firms and civil society work together for sustainability: models, steps, methods, cases. Each fact with its source, and what is not known said so."
    )


def _blocks(picked: Chosen, language: str) -> Iterator[Block]:
    addresses, ids = frozenset(one.address for one in picked.articles), frozenset(one.id for one in picked.cases)
    for shelf in ORDER:
        if picked.on(shelf):
            yield from _part(_(SHELVES[shelf][0]), _(SHELVES[shelf][1]), f"shelf-{shelf}")
            for one in picked.on(shelf):
                where = in_guide(addresses, ids, f"{article_anchor(one.address)}-")
                made = told(one, language, where)
                yield Heading(3, line(made.title), article_anchor(one.address))
                yield Paragraph(line(made.lead), "lead")
                yield from article_blocks(made, where, 4)
    yield from _cases(picked.cases, language, addresses, ids)
    where = in_guide(addresses, ids, "compare-")
    if content.compared():
        yield from _part(_("Germany and Israel side by side"), comparison_lead(), "compare")
        yield from comparison_blocks(content.compared(), language, where, 3)
    yield from _part(_("Words of the field"), glossary_lead(), "glossary")
    yield from glossary_blocks(content.terms(), language, 3)


def _cases(cases: Sequence[Case], language: str, addresses: frozenset[str], ids: frozenset[str]) -> Iterator[Block]:
    if not cases:
        return
    yield from _part(_("Cases"), _("Partnerships others can learn from, with what bears each thing told."), "cases")
    for one in in_case_order(cases, language):
        where = in_guide(addresses, ids, f"{case_anchor(one.id)}-")
        yield Heading(3, line(one.names[language]), case_anchor(one.id))
        yield Paragraph(eyebrow(one, language), "small")
        yield Paragraph(line(one.summary[language]), "lead")
        yield from case_blocks(one, language, where, 4)


def in_case_order(cases: Sequence[Case], language: str) -> list[Case]:
    """Those of Israel first, then country by country."""
    return sorted(cases, key=lambda case: (case.country != "IL", case.country, case.names[language]))


def _part(name: str, said: str, anchor: str) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(2, line(name), anchor)
    yield Paragraph(line(said), "lead")
