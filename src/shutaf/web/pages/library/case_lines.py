"""What does a list say of each case? Where, when, what, which sectors took part, and whether it ended otherwise than meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext as _

from shutaf.cases.queries import told_address
from shutaf.content import Case
from shutaf.reports.wording.library import OUTCOMES
from shutaf.web.pages.library.told import case_address

TOLD_AT_ONCE = frozenset({"ended_early", "changed"})
"""Ours: cases that went otherwise than meant teach most, so a list says it."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """is_told: by a workspace, and not by us; is_made_up: by a fictional one. outcome: in words, "" where it needs no telling."""

    case: Case
    address: str
    is_told: bool
    is_made_up: bool
    outcome: str
    sectors: tuple[str, ...]


def first_of(cases: Sequence[Case], most: int) -> list[Case]:
    """A few that show how wide the library is: of each country in turn, those with most cases first, the one borne by most sources."""
    by_country: dict[str, list[Case]] = defaultdict(list)
    for case in sorted(cases, key=lambda case: (not case.is_reread, -len(case.sources))):
        by_country[case.country].append(case)
    countries = sorted(by_country.values(), key=len, reverse=True)
    return [case for row in zip_longest(*countries) for case in row if case][:most]


def case_line(case: Case, made_up: Collection[str] = ()) -> CaseLine:
    outcome = _(OUTCOMES[case.outcome]) if case.outcome in TOLD_AT_ONCE else ""
    sectors = tuple(dict.fromkeys(one.sector for one in case.partners))
    return CaseLine(case, case_address(case), bool(told_address(case)), case.id in made_up, outcome, sectors)
