"""Into how many separate parts does the map fall, by the ties known to us?"""

from __future__ import annotations

from collections import defaultdict

from shutaf.analysis.situation import Situation


def parts(situation: Situation) -> tuple[tuple[str, ...], ...]:
    """Bodies joined by known ties, directly or through others: refs in the map's order, the largest part first, then the one that starts first.

    A body without a known tie is a part of its own, which says that no tie is known to us and not that it has none. O((bodies + ties) log bodies).

    >>> from shutaf.analysis.situation import Body, Situation, Tie
    >>> parts(Situation(bodies=(Body("1", "A"), Body("2", "B"), Body("3", "C")), ties=(Tie("1", "3"),)))
    (('1', '3'), ('2',))
    """
    leader = {body.ref: body.ref for body in situation.bodies}
    for tie in situation.known_ties:
        leader[_top(leader, tie.source_ref)] = _top(leader, tie.target_ref)
    members: dict[str, list[str]] = defaultdict(list)
    for body in situation.bodies:
        members[_top(leader, body.ref)].append(body.ref)
    return tuple(sorted(map(tuple, members.values()), key=lambda part: (-len(part), situation.index_by_ref[part[0]])))


def _top(leader: dict[str, str], ref: str) -> str:
    """The body that stands for the part of `ref`; halves the path on its way."""
    while leader[ref] != ref:
        leader[ref] = leader[leader[ref]]
        ref = leader[ref]
    return ref
