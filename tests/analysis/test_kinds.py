"""Has every finding a kind, and comes the most useful first?"""

from __future__ import annotations

from shutaf.analysis.kinds import KIND_OF, KINDS
from shutaf.reports.wording.findings import FINDINGS


def test_every_finding_that_can_be_said_is_of_one_kind() -> None:
    assert set(FINDINGS) - set(KIND_OF) == set(), "say in analysis/kinds.py of which kind these are, and how useful"
    assert set(KIND_OF) <= set(FINDINGS)
    assert sum(map(len, KINDS.values())) == len(KIND_OF)
