"""What stands round every paper of the library: title, day, labels, foot?"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.content import Term
from shutaf.reports.brief import labels
from shutaf.reports.document import Block, Document, Facts, Heading, Line, line
from shutaf.reports.library.where import term_anchor
from shutaf.reports.wording.speech import Speech


def paper(language: str, title: str | Line, lead: str | Line, blocks: Iterable[Block], *, has_contents: bool = False) -> Document:
    """In the active language, which must be this one. Its day is that of the newest source that was read: the library itself has no other."""
    day = newest_day()
    return Document(
        language=language, title=line(title), lead=line(lead), labels=labels(), blocks=tuple(blocks), has_contents=has_contents,
        dates=line(_("Sources read up to {date}").format(date=Speech(language, Situation()).date(day))) if day else (),
        foot=line(_("From the library of Shutaf, free software")), created=day,
    )  # fmt: skip


def newest_day() -> str:
    """The last day on which something in the library was read, as ISO text."""
    articles = (source.on for shelf in content.SHELVES for one in content.articles(shelf) for source in one.sources)
    cases = (read.on for case in content.cases() for claim in case.claims for read in claim.reads)
    return max((on for on in (*articles, *cases) if len(on) == 10), default="")


def words(terms: tuple[Term, ...], language: str) -> list[Block]:
    """The terms of a paper with what they mean; those whose meaning is not written yet are left out."""
    meant = [term for term in terms if term.means[language]]
    if not meant:
        return []
    listed = Facts(
        tuple((line(term.names[language]), (line(term.means[language]),)) for term in meant),
        tuple(term_anchor(term.key) for term in meant),
    )
    return [Heading(2, line(_("Words in this text")), "words"), listed]
