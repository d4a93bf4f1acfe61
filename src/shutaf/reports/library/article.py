"""How does an article stand on paper?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.content import Article
from shutaf.reports.document import Block, Document, Heading, Items, Line, Link, Notice, Paragraph, Text, line
from shutaf.reports.library.paper import paper, words
from shutaf.reports.library.telling import Run, Told, ToldSection, ToldSource, told
from shutaf.reports.library.where import Where, alone
from shutaf.reports.wording.library import SHELVES, TOOLS

Level = Literal[2, 3, 4]


def article_paper(article: Article, *, language: str) -> Document:
    """One article as a document of its own."""
    with translation.override(language):
        where = alone()
        made = told(article, language, where)
        blocks = [*article_blocks(made, where, 2), *words(made.terms, language)]
        return paper(language, line(made.title), made.lead, (Paragraph(line(_(SHELVES[article.shelf][0])), "small"), *blocks))


def article_blocks(made: Told, where: Where, level: Level) -> Iterator[Block]:
    """The sections, then what it leans on and where it leads. level: of its sections' headings."""
    for section in made.sections:
        yield from _section(section, level)
    yield from _leads_on(made, where)
    if made.sources:
        if level == 2:
            yield Heading(level, line(_("Sources")), where.section_anchor("sources"))
        yield sources_block(made.sources)


def _section(section: ToldSection, level: Level) -> Iterator[Block]:
    yield Heading(level, line(section.title), section.anchor, line(section.rests_said))
    for run in section.runs:
        yield _block(run)


def _block(run: Run) -> Block:
    match run.kind:
        case "point":
            return Items(run.lines)
        case "step":
            return Items(run.lines, ordered=True)
        case "note":
            return Notice(run.lines)
    return Paragraph(run.lines[0])


def sources_block(sources: Sequence[ToldSource]) -> Block:
    return Items(tuple(source_line(one) for one in sources), anchors=tuple(one.anchor for one in sources), is_small=True)


def source_line(one: ToldSource) -> Line:
    """Number, title, when it was read, the words that bear it, its licence."""
    source = one.source
    parts: list[Line | str] = [
        f"[{one.number}] ",
        line(Link(source.title, source.address, is_name=True)),
        ", ",
        _("read {date}").format(date=one.day),
    ]
    if source.phrase:
        parts += [": ", line(Link(f"“{source.phrase}”", "", is_name=True))]
    if source.licence:
        parts += [". ", _("Licence: {licence}").format(licence=f"\u2068{source.licence}\u2069")]
    return line(*parts)


def _leads_on(made: Told, where: Where) -> Iterator[Block]:
    """Cases that show it, articles beside it, pages of the workbench where it is done."""
    language = made.language
    lists = (
        (_("Cases that show it"), [Link(one.names[language], where.case(one.id)) for one in made.cases]),
        (_("Read on"), [Link(one.title[language], where.article(one.address)) for one in made.related]),
    )
    for name, links in lists:
        if links:
            yield Paragraph(
                line(Text(name, strong=True), ": ", *(part for i, link in enumerate(links) for part in ((" · ", link) if i else (link,))))
            )
    tools = dict.fromkeys(_(TOOLS[name]) for name in made.article.tools if name in TOOLS)
    if tools:
        yield Paragraph(line(_("Done in Shutaf on these pages:"), " ", _(", ").join(tools)), "small")
