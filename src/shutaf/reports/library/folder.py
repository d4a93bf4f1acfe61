"""How does the library become a folder of pages that is read from a disk, without server, script or network?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.content import SHELVES as ORDER
from shutaf.content import Article, Case
from shutaf.reports.document import Block, Document, Heading, Items, Line, Link, Paragraph, line
from shutaf.reports.library.article import article_blocks
from shutaf.reports.library.case import case_blocks, eyebrow
from shutaf.reports.library.comparison import comparison_blocks
from shutaf.reports.library.comparison import lead as comparison_lead
from shutaf.reports.library.glossary import glossary_blocks
from shutaf.reports.library.glossary import lead as glossary_lead
from shutaf.reports.library.guide import Chosen, Reader, chosen, in_case_order, lead, title
from shutaf.reports.library.paper import paper
from shutaf.reports.library.telling import told
from shutaf.reports.library.terms import in_order
from shutaf.reports.library.where import Where, in_folder, term_anchor
from shutaf.reports.wording.library import SHELVES
from shutaf.reports.writers.html.folder import Way, Ways, beside, write_page

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The same library gives the same archive: no clock enters it."""


@dataclass(frozen=True, slots=True)
class Page:
    """path: in the folder. turns: to the page before and the page after, with their words."""

    path: str
    document: Document
    turns: tuple[Way, ...] = ()

    @property
    def up(self) -> str:
        return "../" * self.path.count("/")


def folder(*, language: str, reader: Reader = "all") -> Mapping[str, bytes]:
    """Every file by its path: index.html first, a page an article and a case, one to look everything up on, the style sheet and the fonts."""
    with translation.override(language):
        picked = chosen(reader)
        pages = {
            page.path: write_page(
                page.document, up=page.up, ways=Ways(_("Library"), _ways(page)), turns=Ways(_("On this shelf"), page.turns)
            )
            for page in _pages(picked, language, reader)
        }
    return {**pages, **beside()}


def zipped(folded: Mapping[str, bytes]) -> bytes:
    """The folder as one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in folded.items():
            archive.writestr(zipfile.ZipInfo(path, FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _ways(page: Page) -> list[Way]:
    named = (
        (_("Library"), "index.html"),
        (_("Cases"), "cases/index.html"),
        (_("Germany and Israel"), "comparison.html"),
        (_("Words"), "glossary.html"),
        (_("Find"), "find.html"),
    )
    return [(words, "" if path == page.path else page.up + path) for words, path in named]


def _pages(picked: Chosen, language: str, reader: Reader) -> Iterator[Page]:
    top = where_of(picked, "")
    yield Page("index.html", paper(language, title(reader), lead(), _index(picked, language, top)))
    for shelf in ORDER:
        on_shelf = picked.on(shelf)
        if on_shelf:
            name, said = SHELVES[shelf]
            yield Page(f"{shelf}/index.html", paper(language, _(name), _(said), _shelf(on_shelf, language, where_of(picked, "../"))))
            yield from _articles(on_shelf, picked, language)
    yield from _cases(picked, language)
    yield Page(
        "comparison.html",
        paper(language, _("Germany and Israel side by side"), comparison_lead(), comparison_blocks(content.compared(), language, top, 2)),
    )
    yield Page("glossary.html", paper(language, _("Words of the field"), glossary_lead(), glossary_blocks(content.terms(), language, 2)))
    yield Page(
        "find.html",
        paper(
            language,
            _("Everything on one page"),
            _("Find a word with the search of the browser (Ctrl F), then follow the name."),
            _find(picked, language, top),
        ),
    )


def where_of(picked: Chosen, up: str) -> Where:
    """To what stands in this folder."""
    return in_folder(up, frozenset(one.address for one in picked.articles), frozenset(one.id for one in picked.cases))


def _index(picked: Chosen, language: str, where: Where) -> Iterator[Block]:
    for shelf in ORDER:
        if on_shelf := picked.on(shelf):
            yield Heading(2, line(Link(_(SHELVES[shelf][0]), f"{shelf}/index.html")), "")
            yield Paragraph(line(_(SHELVES[shelf][1])), "small")
            yield Items(tuple(line(Link(one.title[language], where.article(one.address))) for one in on_shelf))
    yield Heading(2, line(Link(_("Cases"), "cases/index.html")), "")
    yield Items(tuple(_case_line(one, language, where) for one in in_case_order(picked.cases, language)))


def _case_line(one: Case, language: str, where: Where) -> Line:
    return line(Link(one.names[language], where.case(one.id)), ": ", one.place.names[language])


def _shelf(on_shelf: Sequence[Article], language: str, where: Where) -> Iterator[Block]:
    for one in on_shelf:
        yield Heading(2, line(Link(one.title[language], where.article(one.address))), "")
        yield Paragraph(line(one.lead[language]))


def _articles(on_shelf: Sequence[Article], picked: Chosen, language: str) -> Iterator[Page]:
    where, shelf = where_of(picked, "../"), on_shelf[0].shelf
    for i, one in enumerate(on_shelf):
        made = told(one, language, where)
        up: Way = (_(SHELVES[shelf][0]), "index.html")
        turns = _turns([(other.title[language], f"{other.key}.html") for other in on_shelf], i, up)
        yield Page(f"{one.address}.html", paper(language, made.title, made.lead, article_blocks(made, where, 2)), turns)


def _turns(ways: Sequence[Way], at: int, up: Way) -> tuple[Way, ...]:
    """The one before, the shelf itself, the one after."""
    before = [(f"{_('Before')}: {words}", to) for words, to in ways[at - 1 : at]] if at else []
    after = [(f"{_('Next on the shelf')}: {words}", to) for words, to in ways[at + 1 : at + 2]]
    return (*before, up, *after)


def _cases(picked: Chosen, language: str) -> Iterator[Page]:
    where, ordered = where_of(picked, "../"), in_case_order(picked.cases, language)
    yield Page(
        "cases/index.html",
        paper(
            language,
            _("Cases"),
            _("Partnerships others can learn from, with what bears each thing told."),
            _case_list(ordered, language, where),
        ),
    )
    ways = [(one.names[language], f"{one.id}.html") for one in ordered]
    for i, one in enumerate(ordered):
        blocks = [Paragraph(eyebrow(one, language), "small"), *case_blocks(one, language, where, 2)]
        yield Page(
            f"cases/{one.id}.html",
            paper(language, one.names[language], one.summary[language], blocks),
            _turns(ways, i, (_("Cases"), "index.html")),
        )


def _case_list(cases: Sequence[Case], language: str, where: Where) -> Iterator[Block]:
    for one in cases:
        yield Heading(2, line(Link(one.names[language], where.case(one.id))), "")
        yield Paragraph(eyebrow(one, language), "small")
        yield Paragraph(line(one.summary[language]))


def _find(picked: Chosen, language: str, where: Where) -> Iterator[Block]:
    """Names, what each is about and the heads in it, so that the browser's own search finds them."""
    for shelf in ORDER:
        if on_shelf := picked.on(shelf):
            yield Heading(2, line(_(SHELVES[shelf][0])), "")
            yield Items(tuple(_found(one, language, where) for one in on_shelf))
    yield Heading(2, line(_("Cases")), "")
    yield Items(tuple(line(_case_line(one, language, where), ". ", one.summary[language]) for one in in_case_order(picked.cases, language)))
    yield Heading(2, line(_("Words of the field")), "")
    terms = in_order(content.terms(), language)
    yield Items(tuple(line(Link(one.names[language], f"glossary.html#{term_anchor(one.key)}"), ": ", one.means[language]) for one in terms))


def _found(one: Article, language: str, where: Where) -> Line:
    heads = " · ".join(section.title[language] for section in one.sections)
    return line(Link(one.title[language], where.article(one.address)), ": ", one.lead[language], f" ({heads})")
