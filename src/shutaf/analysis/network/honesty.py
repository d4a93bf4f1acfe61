"""What may be said about single bodies on this map, and how sure are we of what its ties show?"""

from __future__ import annotations

from typing import Literal, TypeAlias

from shutaf.analysis.network.graph import known_pairs
from shutaf.analysis.network.missing_answers import Showing, showing
from shutaf.analysis.situation import Situation, Sure

Scope: TypeAlias = Literal["named", "ranked", "network"]
"""named: a `reported` map; bodies may be named as the rows name them, never ranked. ranked: surveyed, enough answers; single bodies may be
ordered. network: surveyed, too few answers; nothing about the position of a single body."""

FAIRLY_FROM, SOMEWHAT_FROM = 0.5, 0.2
"""Ours: shares of known pairs between outside bodies from which a `reported` map is fairly or somewhat sure."""


def response_rate(situation: Situation) -> float:
    """Bodies that answered for their own ties, of all bodies on the map; NaN without bodies. Source: Huisman 2009.

    >>> from shutaf.analysis.situation import Body, MapBasis, Situation
    >>> response_rate(Situation(bodies=(Body("a", "A"), Body("b", "B")), map=MapBasis("surveyed", asked=("a",))))
    0.5
    """
    return _answered(situation) / len(situation.bodies) if situation.bodies else float("nan")


def scope_of(situation: Situation) -> Scope:
    """What may be said about single bodies, by the rules of `showing`. Ours; see docs/explain/honest-numbers.md."""
    if situation.map.basis == "reported":
        return "named"
    return "ranked" if showing_of(situation) == "all" else "network"


def showing_of(situation: Situation) -> Showing:
    """What a surveyed map may show, by its answers: all, network (marked), or little. See `showing`."""
    return showing(_answered(situation), len(situation.bodies))


def _answered(situation: Situation) -> int:
    return len(set(situation.map.asked) & set(situation.body_by_ref))


def sure_of_ties(situation: Situation) -> Sure:
    """How sure a result is that rests on who has a tie with whom.

    surveyed: cause `asked` {answered, bodies}: 4 from 80 %, 2 from 65 %, else 1.
    reported: cause `pairs_known` {known, possible} of the outside bodies: 3 from one half, 2 from one fifth, else 1; with a single
    informant at most 2, cause `informants` {n} where that is what limits. A reported map is never 4. Ours.
    """
    if situation.map.basis == "surveyed":
        level = {"all": 4, "network": 2, "little": 1}[showing_of(situation)]
        return Sure(level, "asked", {"answered": _answered(situation), "bodies": len(situation.bodies)})
    outside = known_pairs(situation).outside
    sure = sure_of_pairs(outside.known, outside.possible)
    return Sure(2, "informants", {"n": 1}) if sure.level == 3 and len(situation.map.informants) == 1 else sure


def sure_of_pairs(known: int, possible: int) -> Sure:
    """How sure a result is that rests on these pairs: 3 from one half known, 2 from one fifth, else 1; cause `pairs_known`. Ours.

    >>> sure_of_pairs(3, 10).level
    2
    """
    share = known / possible if possible else 0.0
    return Sure(3 if share >= FAIRLY_FROM else 2 if share >= SOMEWHAT_FROM else 1, "pairs_known", {"known": known, "possible": possible})


def sure_of_rows(rows: int) -> Sure:
    """How sure a result is that repeats what rows state (who holds a tie, when a role ends): typed by somebody, confirmed by nobody. Ours: 3."""
    return Sure(3, "stated", {"rows": rows})
