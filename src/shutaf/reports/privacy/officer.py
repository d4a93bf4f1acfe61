"""What does a data-protection officer need to see at once? Record, definition, surplus, requests and the log of reading, in one paper."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf.reports.document import Block, Document, Facts, Heading, PageBreak, Paragraph, line
from shutaf.reports.privacy.definition import level_blocks
from shutaf.reports.privacy.facts import PrivacyFacts
from shutaf.reports.privacy.parts import framed, not_advice, speech, tables
from shutaf.reports.privacy.record import counts_line, record_blocks
from shutaf.reports.privacy.surplus import surplus_blocks


def officer(facts: PrivacyFacts, *, language: str) -> Document:
    with translation.override(language):
        lead = _("Everything a data-protection officer looks at first, from one workspace, as it is today.")
        return framed(facts, language, _("For the data-protection officer"), lead, _blocks(facts, language))


def _blocks(facts: PrivacyFacts, language: str) -> Iterator[Block]:
    yield not_advice()
    yield Paragraph(counts_line(facts), "lead")
    yield Heading(2, line(_("Requests of people")), "requests")
    yield _requests(facts, language)
    yield PageBreak()
    yield from record_blocks(facts, language)
    yield from level_blocks(facts)
    yield PageBreak()
    yield Heading(2, line(_("Surplus data")), "surplus")
    yield from surplus_blocks(facts, language)
    yield PageBreak()
    yield Heading(2, line(_("All tables")), "tables")
    yield tables(facts, facts.tables, language, _("Tables that hold or may hold something about people"))


def _requests(facts: PrivacyFacts, language: str) -> Facts:
    def n(number: int) -> tuple[object, ...]:
        return line(speech(language).digits(number, 0))

    asked = facts.requests
    rows = (
        (_("wait for an answer"), asked.waiting), (_("of these late"), asked.late), (_("done"), asked.done), (_("refused"), asked.refused),
        (_("the most days one took"), asked.most_days), (_("names, addresses and numbers that stay erased"), facts.erased),
        (_("times contact data was shown, as far as the log goes back"), facts.contact_reads), (_("personal links that are open"), facts.links_open),
    )  # fmt: skip
    return Facts(tuple((line(label), (n(number),)) for label, number in rows))  # type: ignore[misc]
