"""Which bodies and which ties does a filter leave?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shutaf.analysis.network.dates import is_alive_on
from shutaf.analysis.network.pairs import Pair, neighbours_of
from shutaf.analysis.situation import Body, Tie
from shutaf.reports.map.asked import MapAsked


def fits(body: Body, asked: MapAsked) -> bool:
    """Sector and theme."""
    return (not asked.groups or body.group_key in asked.groups) and (
        not asked.theme or any(word.key == asked.theme for word in body.themes)
    )


def tie_fits(tie: Tie, asked: MapAsked) -> bool:
    """Kind, least strength and day. An unknown strength is not told to be strong; an unknown date leaves a tie there."""
    if asked.kind and tie.kind.key != asked.kind:
        return False
    if asked.least and (tie.strength_1_5 is None or tie.strength_1_5 < asked.least):
        return False
    return not asked.on or is_alive_on(asked.on, since=tie.since_date, until=tie.until_date)


def ties_shown(by_pair: Mapping[Pair, Sequence[Tie]], asked: MapAsked) -> dict[Pair, list[Tie]]:
    """The rows of each pair that are left."""
    if not (asked.kind or asked.least or asked.on):
        return {pair: list(ties) for pair, ties in by_pair.items()}
    kept = {pair: [tie for tie in ties if tie_fits(tie, asked)] for pair, ties in by_pair.items()}
    return {pair: ties for pair, ties in kept.items() if ties}


def within(by_pair: Mapping[Pair, Sequence[Tie]], ref: str, steps: int) -> frozenset[str]:
    """The body and those it reaches in so many steps."""
    neighbours = neighbours_of(by_pair)
    found, edge = {ref}, {ref}
    for _ in range(steps):
        edge = {other for one in edge for other in neighbours.get(one, ())} - found
        found |= edge
    return frozenset(found)


def bodies_shown(bodies: Sequence[Body], by_pair: Mapping[Pair, Sequence[Tie]], asked: MapAsked) -> list[str]:
    """Refs, in the order of the situation. The chosen body stays, whatever the filter says of it."""
    near = within(by_pair, asked.body, asked.steps) if asked.steps and asked.body else None
    return [body.ref for body in bodies if body.ref == asked.body or (fits(body, asked) and (near is None or body.ref in near))]
