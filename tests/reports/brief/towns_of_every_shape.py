"""Towns that a brief must survive: with nothing but names, without ties, surveyed by few, with names that no program likes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import world
from shutaf.analysis.situation import SECTORS, Body, MapBasis, Need, Offer, Place, Situation, Word

HOSTILE = (
    "🌳 Grün & Gut 👩🏽‍🌾",
    "<script>alert('x')</script>",
    'The "Best" of ’em, said “she”',
    "first line\nsecond line",
    "\u202egnp.exe\u202c reversed",
    "open \u2067isolate",
    "{ask:body} %(n)s %s {0}",
    "**strong** #set page() @here $x$ \\par",
    "=HYPERLINK(1)",
    "]]> &amp; <!-- x",
    'לעבודה (1987) "שלום" 24/7',
    "جمعية، «الزيتون»",
    "x" * 120,
)


def names(count: int, *, sectors: bool = False) -> tuple[Body, ...]:
    words = [Word(sector, sector) for sector in SECTORS] if sectors else [Word("")]
    return tuple(Body(f"b{i}", f"Body number {i:03}", words[i % len(words)]) for i in range(count))


def surveyed(share: float) -> Situation:
    town = world.town()
    refs = [body.ref for body in town.bodies]
    return replace(town, map=MapBasis("surveyed", (), tuple(refs[: round(share * len(refs))]), "2026-10"))


def hostile() -> Situation:
    """Dana's town with a hostile name for each body, person, title, role, place and word of its own."""
    town = world.town()
    bad = [HOSTILE[i % len(HOSTILE)] for i in range(40)]
    own = Word(HOSTILE[1])
    bodies = tuple(
        replace(
            body,
            name=bad[i],
            names=(),
            themes=(*body.themes, own),
            motives=(own,),
            barriers=(own,),
            own_targets=(own,),
            opportunities=bad[i],
            invite="yes",
        )
        for i, body in enumerate(town.bodies)
    )
    return replace(
        town,
        bodies=bodies,
        place=replace(
            town.place,
            name=HOSTILE[0],
            goals=(*town.place.goals, own),
            assets=(own,),
            population_groups=(Word(HOSTILE[4]),),
            languages=(HOSTILE[2],),
        ),
        people=tuple(replace(person, name=bad[i], role=bad[i + 1]) for i, person in enumerate(town.people)),
        ties=tuple(replace(tie, holder=bad[i % 13], kind=own) for i, tie in enumerate(town.ties)),
        needs=tuple(replace(need, title=bad[i + 3], conditions=bad[i], where=bad[i + 2]) for i, need in enumerate(town.needs)),
        offers=tuple(replace(offer, title=bad[i + 5], conditions=bad[i], where=bad[i + 2]) for i, offer in enumerate(town.offers)),
        initiatives=tuple(
            replace(one, name=bad[i + 6], criteria=((bad[i + 7], float(i)),), gains=(bad[i],)) for i, one in enumerate(town.initiatives)
        ),
        stances=tuple(replace(stance, objective=bad[i + 6]) for i, stance in enumerate(town.stances)),
    )


def without_departments() -> Situation:
    town = world.town()
    gone = {body.ref for body in town.departments}
    return replace(town, bodies=town.organisations, ties=tuple(tie for tie in town.ties if not tie.pair & gone), map=MapBasis())


TOWNS: Mapping[str, Situation] = MappingProxyType(
    {
        "nothing": Situation(),
        "one body": Situation(bodies=names(1)),
        "one department": Situation(bodies=(world.BODIES[0],)),
        "thirty names": Situation(bodies=names(30)),
        "names and sectors": Situation(bodies=names(30, sectors=True)),
        "no ties": world.town(ties=()),
        "known nones only": world.town(ties=tuple(replace(tie, status="none") for tie in world.ties())),
        "no departments": without_departments(),
        "no place": world.town(place=Place()),
        "needs and offers only": Situation(
            bodies=names(2), needs=(Need("need 1", "b0", "a room"),), offers=(Offer("offer 1", "b1", "a hall"),)
        ),
        "surveyed, 90 % answered": surveyed(0.9),
        "surveyed, 70 % answered": surveyed(0.7),
        "surveyed, 40 % answered": surveyed(0.4),
        "300 bodies without ties": Situation(bodies=names(300, sectors=True)),
        "hostile names": hostile(),
    }
)
