"""Who is at the table of a partnership, by sector: who takes part, who is to be invited, and which seat is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from shutaf.analysis.situation import Body
from shutaf.charts.table_seats import Seat, State, table_seats
from shutaf.partnerships.paths import PartnershipFacts
from shutaf.reports.wording.speech import Speech

SEATS = ("department", "business", "civil_society", "community", "public", "academia")

WIDE_PX, NARROW_PX = 440.0, 320.0


@dataclass(frozen=True, slots=True)
class TablePicture:
    """wide and narrow, and what they say: how many seats are taken of how many."""

    wide: SafeString
    narrow: SafeString
    here: int
    seats: int


def table_picture(found: PartnershipFacts, speech: Speech) -> TablePicture:
    """For those who see everything: whom one wants to invite is not everybody's to know."""
    situation = speech.situation
    part = [situation.body_by_ref[ref] for ref in dict.fromkeys((found.initiator_body, *found.partners)) if ref in situation.body_by_ref]
    invited = [body for body in situation.bodies if body.invite == "yes"]
    seats = [_seat(group, part, invited, speech) for group in SEATS]
    here = sum(seat.state == "here" for seat in seats)
    count = f"{here} / {len(seats)}"
    alt = _("Who is at the table: {seats}").format(seats="; ".join(_said(seat, speech) for seat in seats))
    wide, narrow = (mark_safe(table_seats(seats, width=px, count=count, word=_("at the table"), alt=alt)) for px in (WIDE_PX, NARROW_PX))  # noqa: S308 - the chart escapes
    return TablePicture(wide, narrow, here, len(seats))


def _seat(group: str, part: Sequence[Body], invited: Sequence[Body], speech: Speech) -> Seat:
    for state, bodies in (("here", part), ("asked", invited)):
        named = [body.name_in(speech.language) for body in bodies if body.group_key == group]
        if named:
            more = f" +{len(named) - 1}" if len(named) > 1 else ""
            return Seat(group, _state(state), f"{named[0]}{more}")
    return Seat(group, "missing", _("{group}: empty").format(group=speech.group(group)))


def _state(state: str) -> State:
    return "here" if state == "here" else "asked"


def _said(seat: Seat, speech: Speech) -> str:
    if seat.state == "missing":
        return seat.label
    words = _("{group}: {name} takes part") if seat.state == "here" else _("{group}: {name} to be invited")
    return words.format(group=speech.group(seat.group), name=f"\u2068{seat.label}\u2069")
