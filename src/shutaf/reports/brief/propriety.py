"""Propriety: what a municipality must watch before it says yes, and which facts on this map call for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.actors.propriety import Flag
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Heading, Items, Line, Notice, Paragraph, Text, line
from shutaf.reports.wording.sheet import FLAGS
from shutaf.reports.wording.template import speak

COUNTRY_OF: Final = {"he": "IL", "ar": "IL", "de": "DE"}
"""Whose rules a reader of this language looks for where the sheet of the place names no country."""


def propriety(writing: Writing) -> Iterator[Block]:
    """The rules, the facts that ask for them (driver only), and that a coalition is not a selection."""
    yield Heading(2, line(_("Propriety")), "propriety")
    yield Notice(
        (
            line(
                _(
                    "Whoever is named here is named as a preparation for an open invitation, not as a selection. Everybody must be able to answer the call on equal terms."
                )
            ),
        ),
        "warn",
    )
    language = writing.speech.language
    rules = content.propriety(writing.situation.place.country or COUNTRY_OF.get(language, ""))
    if not rules:
        yield Paragraph(
            line(
                _(
                    "The rules of this country are not in the library. Ask the legal adviser about donations, tenders, conflicts of interest and equal access."
                )
            )
        )
    else:
        yield Items(tuple(line(Text(rule.title[language], strong=True), ": ", rule.text[language]) for rule in rules))
        yield Paragraph(
            line(
                _("Read: {date}. This is not legal advice; ask the legal adviser whether it still holds.").format(
                    date=writing.speech.date(rules[0].read_on)
                )
            ),
            "small",
        )
    if writing.is_driver and (lines := flag_lines(writing)):
        yield Heading(3, line(_("Facts on this map that call for a check")))
        yield Items(tuple(lines))


def flag_lines(writing: Writing) -> list[Line]:
    """One line a fact about an invited body."""
    return [flag_line(writing, sheet.ref, flag) for sheet in writing.sheets for flag in sheet.driver.flags]


def flag_line(writing: Writing, ref: str, flag: Flag) -> Line:
    speech = writing.speech
    dated = [_(" (written {date})").format(date=speech.date(date)) for date in flag.dates[:1]]
    return line(speech.body(ref, strong=True), ": ", speak(FLAGS[flag.key], flag.facts, speech), *dated)
