"""The people of the map as vCards, for telephones and mail programs."""

from __future__ import annotations

from collections.abc import Iterator

from shutaf.analysis.situation import Person, Situation
from shutaf.reports.formats.contentlines import content_line, escaped, joined

_BETWEEN_NUMBERS, _BETWEEN_ADDRESSES = " / ", "; "


def vcard(situation: Situation, language: str) -> bytes:  # noqa: ARG001 - every format is asked alike
    """One card of version 4 a person. What was noted of a person (source, own fields, dates) stays here: a card is passed on."""
    return joined(line for person in situation.people for line in _card(person, situation))


def _card(person: Person, situation: Situation) -> Iterator[str]:
    body = situation.body_by_ref.get(person.body)
    given, _, family = person.name.partition(" ")
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield content_line("UID", escaped(person.ref), {"VALUE": "text"})
    yield content_line("FN", escaped(person.name))
    yield content_line("N", f"{escaped(family)};{escaped(given)};;;")
    yield content_line("ORG", escaped(body.name if body else person.body))
    if body and (sector := body.sector.text or body.sector.key):
        yield content_line("CATEGORIES", escaped(sector))
    if person.role:
        yield content_line("TITLE", escaped(person.role))
    for name, text, sign in (("TEL", person.phone, _BETWEEN_NUMBERS), ("EMAIL", person.email, _BETWEEN_ADDRESSES)):
        yield from (content_line(name, escaped(each)) for each in text.split(sign) if each.strip())
    if person.language:
        yield content_line("LANG", escaped(person.language))
    yield "END:VCARD"
