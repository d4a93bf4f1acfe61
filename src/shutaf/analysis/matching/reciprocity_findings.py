"""Where does giving and getting go one way, as far as we were told? Gentle: each is a question not asked yet, never a judgement of a body."""

from __future__ import annotations

from collections.abc import Iterator

from shutaf.analysis.matching.judgement import rows_of
from shutaf.analysis.matching.reciprocity import Agreed, Flow, Reciprocity, Standing
from shutaf.analysis.situation import Finding, Number, Sure

FEWEST_ONE_WAY = 2
FEWEST_AGREED = 4
"""Ours: one offer is chance, two without a need are worth a question; of fewer than four agreements nobody's share means anything."""
_WELL_KNOWN, _HALF_KNOWN = 0.8, 0.4


def reciprocity_findings(found: Reciprocity) -> tuple[Finding, ...]:
    """The municipality first, then groups that only give or only ask, then what was agreed one way.

    For the driver only: whoever sees a part would read as silent who spoke to the others.
    """
    return (*_municipality(found), *_said_one_way(found), *_agreed_one_way(found), *_most_by_one(found))


def how_sure(side: Standing) -> Sure:
    """By how many of its bodies said a need or an offer at all."""
    known, of = len(side.bodies) - len(side.silent), len(side.bodies)
    share = known / of if of else 0.0
    return Sure(3 if share >= _WELL_KNOWN else 2 if share >= _HALF_KNOWN else 1, "bodies_said_either", {"known": known, "of": of})


def _municipality(found: Reciprocity) -> Iterator[Finding]:
    """It asks of all and says nothing of itself."""
    ours = found.group("department")
    told = [one for one in found.groups if one.key != "department" and not one.is_silent]
    things = [thing for one in told for thing in (*one.offers.things, *one.needs.things)]
    if ours is not None and ours.is_silent and len(things) >= FEWEST_ONE_WAY:
        count = Number("things_said_by_others", float(len(things)), (), rows_of(*things))
        facts = {"count": count, "departments": ours.bodies, "bodies": ours.bodies}
        yield Finding(
            "municipality_silent", ours.bodies, facts, how_sure(ours), "ask_departments_both", rows_of(*things), "driver", weight=0.9
        )


def _said_one_way(found: Reciprocity) -> Iterator[Finding]:
    for side in found.groups:
        if not side.key:
            continue
        if len(side.offers) >= FEWEST_ONE_WAY and not side.needs.things:
            yield _one_way(side, "group_only_offers", side.offers, "offers_of_group", "ask_group_needs")
        elif len(side.needs) >= FEWEST_ONE_WAY and not side.offers.things:
            yield _one_way(side, "group_only_needs", side.needs, "needs_of_group", "ask_group_offers")


def _one_way(side: Standing, key: str, flow: Flow, number: str, step: str) -> Finding:
    count = Number(number, float(len(flow)), (side.key,), rows_of(*flow.things))
    who = tuple(dict.fromkeys(thing.body for thing in flow.things))
    facts = {"group": side.key, "count": count, "bodies": who, "kinds": tuple(one.kind for one in flow.kinds if one.kind)}
    return Finding(key, who, facts, how_sure(side), step, rows_of(*flow.things), "driver", weight=0.6)


def _agreed_one_way(found: Reciprocity) -> Iterator[Finding]:
    for side in found.groups:
        if side.key and len(side.gives) >= FEWEST_ONE_WAY and not side.gets.things:
            yield _agreed(found, side, "group_only_gives", side.gives, "agreed_given_by_group", "look_what_it_gets")
        elif side.key and len(side.gets) >= FEWEST_ONE_WAY and not side.gives.things:
            yield _agreed(found, side, "group_only_gets", side.gets, "agreed_got_by_group", "look_what_it_gives")


def _agreed(found: Reciprocity, side: Standing, key: str, flow: Flow, number: str, step: str) -> Finding:
    rows, who = rows_of(*flow.things), tuple(dict.fromkeys(thing.body for thing in flow.things))
    count = Number(number, float(len(flow)), (side.key,), rows, base=float(len(found.agreed)))
    facts = {"group": side.key, "count": count, "bodies": who}
    return Finding(key, who, facts, Sure(3, "agreed_so_far", {"of": len(found.agreed)}), step, rows, "driver", weight=0.7)


def _most_by_one(found: Reciprocity) -> Iterator[Finding]:
    """More than half of what was agreed comes from one body."""
    if len(found.agreed) < FEWEST_AGREED:
        return
    by_body: dict[str, list[Agreed]] = {}
    for one in found.agreed:
        by_body.setdefault(one.offer.body, []).append(one)
    body, given = max(by_body.items(), key=lambda each: len(each[1]))
    if 2 * len(given) > len(found.agreed):
        rows = rows_of(*(one.offer for one in given))
        count = Number("agreed_given_by_body", float(len(given)), (body,), rows, base=float(len(found.agreed)))
        facts = {"body": body, "count": count, "of": len(found.agreed), "bodies": (body,)}
        yield Finding(
            "one_body_gives_most",
            (body,),
            facts,
            Sure(3, "agreed_so_far", {"of": len(found.agreed)}),
            "ask_a_second_giver",
            rows,
            "driver",
            weight=0.5,
        )
