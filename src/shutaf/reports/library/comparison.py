"""How do Germany and Israel stand side by side on paper?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.content import Compared
from shutaf.content.articles import Source
from shutaf.content.comparison import Seen, Subject, comparison_sources
from shutaf.reports.document import Block, Document, Facts, Heading, Inline, Line, Link, Tag, line
from shutaf.reports.library.article import Level, sources_block
from shutaf.reports.library.paper import paper
from shutaf.reports.library.telling import ToldSource
from shutaf.reports.library.terms import linked
from shutaf.reports.library.where import Where, alone
from shutaf.reports.wording.library import RESTS
from shutaf.reports.wording.speech import Speech

SUBJECTS: Mapping[Subject, str] = {
    "models": N_("Models of partnership"), "steps": N_("Steps of the way"), "municipality": N_("The municipality's part"), "motives": N_("Motives"),
    "barriers": N_("Barriers"), "successes": N_("What went well"), "third_sector": N_("The third sector"),
}  # fmt: skip


def comparison_paper(*, language: str) -> Document:
    with translation.override(language):
        return paper(language, _("Germany and Israel side by side"), lead(), comparison_blocks(content.compared(), language, alone(), 2))


def lead() -> str:
    return _("What was seen there and here, what carries over and what does not.")


def sources_cited(rows: Sequence[Compared], language: str, where: Where) -> tuple[ToldSource, ...]:
    """The sources of these rows, numbered in the order they are first cited."""
    by_key: Mapping[str, Source] = {source.key: source for source in comparison_sources()}
    speech = Speech(language, Situation())
    keys = dict.fromkeys(key for row in rows for seen in (row.germany, row.israel) for key in seen.sources)
    return tuple(ToldSource(n, by_key[key], speech.date(by_key[key].on), where.source_anchor(n)) for n, key in enumerate(keys, start=1))


def comparison_blocks(rows: Sequence[Compared], language: str, where: Where, level: Level) -> Iterator[Block]:
    """Subject by subject, a sheet a row."""
    sources = sources_cited(rows, language, where)
    numbers = {one.source.key: one.number for one in sources}
    below: Level = 3 if level == 2 else 4
    for subject, group in groupby(rows, key=lambda row: row.subject):
        yield Heading(level, line(_(SUBJECTS[subject])), f"{where.prefix}{subject}")
        for row in group:
            yield Heading(below, line(row.title[language]), "")
            yield Facts(tuple(_rows(row, language, where, numbers)))
    if sources:
        yield Heading(below, line(_("Sources")), where.section_anchor("sources"))
        yield sources_block(sources)


def _rows(row: Compared, language: str, where: Where, numbers: Mapping[str, int]) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    texts = linked(
        [row.germany.text[language], row.israel.text[language], row.carries[language], row.carries_not[language]], language, where
    )
    rests = Tag(_(RESTS[row.rests][0]))
    yield line(_("Seen in Germany")), (line(texts[0], *marks(row.germany, where, numbers)),)
    yield line(_("Seen in Israel")), (line(texts[1], *marks(row.israel, where, numbers)),)
    yield line(_("What carries over")), (line(texts[2], " ", rests),)
    yield line(_("What does not")), (line(texts[3]),)
    cases = tuple(line(Link(content.case(one).names[language], where.case(one))) for one in row.cases)
    if cases:
        yield line(_("Cases that show it")), cases


def marks(seen: Seen, where: Where, numbers: Mapping[str, int]) -> list[Inline]:
    return [Link(f"\u00a0[{numbers[key]}]", where.source(numbers[key]), small=True) for key in seen.sources]
