"""Which cases do workspaces tell everybody, beside those of the library?"""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.accounts.remembered import Remembered
from shutaf.accounts.viewer import Viewer
from shutaf.cases.queries import told_address, told_list
from shutaf.content import Case
from shutaf.reports.library_search import Index, index_of
from shutaf.web.parts.addresses import address_of

PUBLIC = Viewer("public", 0, "")
"""Whoever reads the library, signed in or not: it shows all the same."""

_indexes: Remembered[Index] = Remembered(2)


@dataclass(frozen=True, slots=True)
class ToldCases:
    """index: what finds them, None where there are none. made_up: ids of those that a fictional workspace tells, which lists say."""

    cases: list[Case]
    index: Index | None
    made_up: frozenset[str]


def told_cases() -> ToldCases:
    """Those that everybody may read. Three queries."""
    facts = told_list(PUBLIC)
    if not facts:
        return ToldCases([], None, frozenset())
    cases, key = [one.case for one in facts], tuple((one.address, one.edition, one.published_on) for one in facts)
    made_up = frozenset(one.case.id for one in facts if one.is_fictional)
    return ToldCases(cases, _indexes.get(key) or _indexes.keep(key, index_of(cases)), made_up)


def case_address(case: Case) -> str:
    """Of a case of the library, or of one that a workspace tells."""
    told = told_address(case)
    return address_of("library_told", told) if told else address_of("library_case", case.id)
