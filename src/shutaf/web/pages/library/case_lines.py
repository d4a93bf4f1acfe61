"""What does a list say of each case? Where, when, what, which sectors took part, and whether it ended otherwise than meant."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from shutaf.content import Case
from shutaf.reports.wording.library import OUTCOMES

TOLD_AT_ONCE = frozenset({"ended_early", "changed"})
"""Ours: cases that went otherwise than meant teach most, so a list says it."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """outcome: in words, "" where it needs no telling."""

    case: Case
    outcome: str
    sectors: tuple[str, ...]


def case_line(case: Case) -> CaseLine:
    outcome = _(OUTCOMES[case.outcome]) if case.outcome in TOLD_AT_ONCE else ""
    return CaseLine(case, outcome, tuple(dict.fromkeys(one.sector for one in case.partners)))
