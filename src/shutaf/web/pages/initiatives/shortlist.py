"""Where does an initiative stand on the shortlist, what may be said next, and does the external map carry a confirmation yet?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from shutaf.analysis.path.course import Course
from shutaf.analysis.path.rules import sectors_covered, sectors_known
from shutaf.analysis.situation import Initiative, Situation

STATES: Mapping[str, Any] = {
    "": gettext_lazy("an idea"),
    "listed": gettext_lazy("on the shortlist"),
    "confirmed": gettext_lazy("confirmed"),
    "later": gettext_lazy("for the second stage"),
}

MOVES: Mapping[str, tuple[tuple[str, Any], ...]] = {
    "": (("listed", gettext_lazy("Put on the shortlist")), ("later", gettext_lazy("Keep for the second stage"))),
    "listed": (("confirmed", gettext_lazy("Confirm")), ("later", gettext_lazy("Keep for the second stage")), ("", gettext_lazy("Take off the shortlist"))),
    "confirmed": (("listed", gettext_lazy("Open again")), ("later", gettext_lazy("Keep for the second stage"))),
    "later": (("listed", gettext_lazy("Put on the shortlist")), ("", gettext_lazy("Back among the ideas"))),
}  # fmt: skip
"""What may be said of each state; the likeliest first. Nothing is locked."""


@dataclass(frozen=True, slots=True)
class Standing:
    """state: a key, "" for an idea; said: in words; moves: (state, words)."""

    state: str
    said: Any
    moves: tuple[tuple[str, Any], ...]


def standing(initiative: Initiative) -> Standing:
    return Standing(initiative.shortlist, STATES[initiative.shortlist], MOVES[initiative.shortlist])


@dataclass(frozen=True, slots=True)
class MapReady:
    """Whether the external map reaches far enough to confirm: sectors without a body, and bodies whose sector is not known."""

    missing: tuple[str, ...]
    unknown: int

    @property
    def is_ready(self) -> bool:
        return not self.missing and not self.unknown


def map_ready(situation: Situation) -> MapReady:
    return MapReady(sectors_covered(situation, Course()).missing, len(sectors_known(situation, Course()).missing))
