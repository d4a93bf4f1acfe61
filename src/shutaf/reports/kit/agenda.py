"""What happens in the 75 minutes?"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

MINUTES = 75


@dataclass(frozen=True, slots=True)
class Item:
    """minutes: how long. needs: what lies on the table for it."""

    minutes: int
    title: str
    how: str
    needs: str


def agenda() -> tuple[Item, ...]:
    """The seven parts, in the active language. Their minutes add up to MINUTES.

    Length: a workshop of 75 minutes at mixed tables is what the toolkit's authors held. Ours: the parts.
    """
    return (
        Item(
            8,
            _("Welcome: why we are here"),
            _("Say what the town wants to reach and what each who came may gain. Nothing written today is final, and nobody is bound."),
            _("the poster of the local picture"),
        ),
        Item(
            7,
            _("One story that worked"),
            _("Three minutes from somebody who did it, two questions. Then tables of five to eight, each of several sectors."),
            _("a speaker who was there"),
        ),
        Item(
            17,
            _("Who talks to whom"),
            _(
                "Each table lays out the cards it knows and fills the matrix: 0 no tie, 1 knows, 2 works with. What nobody knows stays empty."
            ),
            _("cards, the matrix"),
        ),
        Item(
            15,
            _("The wall: influence and interest"),
            _(
                "Each table puts its cards on the wall, says one sentence why, and moves what it sees differently. Both opinions are written down."
            ),
            _("wall grid, sheet of answers"),
        ),
        Item(
            13,
            _("Who is missing"),
            _("Look at the poster sector by sector. Who is not on a card, who knows somebody there, who will ask?"),
            _("the poster of gaps, pens"),
        ),
        Item(
            10,
            _("Three needs, three offers"),
            _("Everybody writes one need and one offer; the table reads them aloud and keeps three of each."),
            _("sheet of answers"),
        ),
        Item(
            5,
            _("What becomes of it"),
            _("Who types it in, by when everybody hears back, and the date of the next meeting."),
            _("a calendar"),
        ),
    )
