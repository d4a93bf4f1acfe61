"""What do you hold about me? The answer on paper, to hand over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.reports.document import Block, Cell, Document, Heading, Items, Name, Paragraph, Table, fill, line
from shutaf.reports.privacy.facts import HeldPlace, PrivacyFacts
from shutaf.reports.privacy.notice import how_to_ask
from shutaf.reports.privacy.parts import answers, framed, said, speech
from shutaf.reports.wording.privacy import RIGHTS, purpose_said, retention_said, source_said, table_said


def held_report(facts: PrivacyFacts, places: Sequence[HeldPlace], *, asked: str, more: int, language: str) -> Document:
    """asked: by what it was looked up, as typed. more: places beyond those listed."""
    with translation.override(language):
        lead = _("All that was found on the person named below, with what it is kept for, where it is from and how long it stays.")
        return framed(
            facts, language, _("What is held about a person"), lead, _blocks(facts, places, asked, more, language), is_internal=False
        )


def _blocks(facts: PrivacyFacts, places: Sequence[HeldPlace], asked: str, more: int, language: str) -> Iterator[Block]:
    yield Paragraph(fill(_("Looked up by: {asked}"), asked=Name(asked)))
    yield answers(facts)
    if not places:
        yield Paragraph(line(_("Nothing is held that we could find")), "lead")
    for table in dict.fromkeys(one.table for one in places):
        yield from _table([one for one in places if one.table == table], facts, language)
    if more > 0:
        yield Paragraph(line(_("And in {n} more places of the history of changes.").format(n=speech(language).digits(more, 0))), "small")
    yield Heading(2, line(_("Your rights")), "rights")
    yield Items(tuple(line(_(right)) for right in RIGHTS))
    yield Paragraph(how_to_ask(facts.answerable))


def _table(places: Sequence[HeldPlace], facts: PrivacyFacts, language: str) -> Iterator[Block]:
    first, speak = places[0], speech(language)
    yield Heading(2, line(table_said(first.table)))
    days = first.days if first.days >= 0 else facts.contact_log_days
    how_long = retention_said(first.retention, days)
    whence = _("Kept {purpose}; {sources}; {how_long}.")
    yield Paragraph(
        line(whence.format(purpose=purpose_said(first.purpose), sources=said(first.sources, source_said), how_long=how_long)), "small"
    )
    rows = tuple(
        (
            Cell((Name(one.title or "–"),)), Cell(line(one.field)), Cell((Name(one.text),)),
            Cell(line(Name(one.by), _(", "), speak.date(one.at)) if one.by and one.at else line(Name(one.by or "–"))),
        )
        for one in places
    )  # fmt: skip
    head = (line(_("Row")), line(_("Field")), line(_("What stands there")), line(_("Written by")))
    yield Table(line(table_said(first.table)), head, rows, sheet=table_said(first.table)[:30])
