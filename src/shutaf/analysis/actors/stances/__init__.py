"""Who wants what, on which objectives do bodies agree or differ, and whom to bring together or ask? See docs/reference/actors.md."""

from shutaf.analysis.actors.stances.objectives import find_objectives, find_told_both_ways, find_unknown
from shutaf.analysis.actors.stances.pairs import find_pairs
from shutaf.analysis.actors.stances.table import SharedStances, StanceTable, shared_stances, stance_table
from shutaf.analysis.actors.stances.talk import Talk
from shutaf.analysis.situation import Finding, Situation

__all__ = ["SharedStances", "StanceTable", "shared_stances", "stance_findings", "stance_table"]


def stance_findings(situation: Situation) -> tuple[Finding, ...]:
    """What the written stances let us notice, the most pressing kind first; all of it for the driver.

    Keys, facts and steps as docs/reference/actors.md lists them. Evidence are the rows of the stances, and of the influence that is said. Nothing
    names a class of bodies; an unknown stance counts neither way. O(n^2 m) for n bodies with stances and m objectives; pairs up to 500 bodies.
    Ours; agreement and disagreement of two bodies: Godet 1991 (2CAA, 2DAA).
    """
    talk = Talk.about(situation)
    found = (*find_objectives(talk), *find_told_both_ways(talk), *find_unknown(talk), *find_pairs(talk))
    return tuple(sorted(found, key=lambda finding: -finding.weight))
