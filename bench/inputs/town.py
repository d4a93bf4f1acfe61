"""A town of any size, drawn at random from a printed seed: few bodies with many ties, all sheets filled."""

from __future__ import annotations

import random
from decimal import Decimal

from shutaf import content
from shutaf.analysis.situation import (
    SECTORS,
    TYPOLOGIES,
    Amount,
    Body,
    Department,
    Initiative,
    MapBasis,
    Need,
    Offer,
    Person,
    Place,
    Requirement,
    Situation,
    Stance,
    Tie,
    Word,
)

SEED = 2026
SYLLABLES = ("קרן", "גן", "אור", "נחל", "שדה", "הדר", "تل", "زيتون", "Grün", "Works", "Club", "שכונה", "מפעל", "עמותה", "בית")


def drawn_town(bodies: int, ties: int, departments: int = 20) -> Situation:
    """bodies: departments among them. Needs and offers: one in three bodies each; 12 initiatives; people hold half of the ties."""
    draw = random.Random(SEED)
    refs = [f"d{i}" for i in range(departments)] + [f"b{i}" for i in range(bodies - departments)]
    listed = tuple(department(draw, ref) if ref[0] == "d" else organisation(draw, ref) for ref in refs)
    people = tuple(Person(f"p{i}", f"Person {i}", draw.choice(refs), role="coordinator") for i in range(bodies // 4))
    return Situation(
        place=Place(name="Drawn", country="IL", goals=some(draw, "theme", 4)),
        bodies=listed,
        people=people,
        ties=drawn_ties(draw, refs, ties, people),
        needs=tuple(Need(f"need {i + 1}", *resource(draw, refs)) for i in range(bodies // 3)),
        offers=tuple(Offer(f"offer {i + 1}", *resource(draw, refs)) for i in range(bodies // 3)),
        initiatives=tuple(initiative(draw, i, refs) for i in range(12)),
        stances=tuple(Stance(draw.choice(refs), f"i{draw.randrange(12)}", float(draw.randint(-4, 4))) for _ in range(bodies // 4)),
        map=MapBasis("reported", ("d0", "d1")),
        language="he",
    )


def name(draw: random.Random, ref: str) -> str:
    return f"{' '.join(draw.sample(SYLLABLES, 2))} {ref[1:]}"


def some(draw: random.Random, list_key: str, most: int) -> tuple[Word, ...]:
    keys = [entry.key for entry in content.entries(list_key)]
    return tuple(Word(key, key) for key in draw.sample(keys, draw.randint(1, most)))


def department(draw: random.Random, ref: str) -> Body:
    return Body(ref, name(draw, ref), department=Department(targets=some(draw, "theme", 2), goals_not_alone=some(draw, "theme", 1)))


def organisation(draw: random.Random, ref: str) -> Body:
    sector = draw.choice(SECTORS)
    rated = {"influence_1_10": float(draw.randint(1, 10)), "interest_1_10": float(draw.randint(1, 10))} if draw.random() < 0.5 else {}
    invite = "yes" if draw.random() < 0.02 else "unknown"
    return Body(
        ref, name(draw, ref), Word(sector, sector), themes=some(draw, "theme", 3), motives=some(draw, "motive", 2), invite=invite, **rated
    )  # type: ignore[arg-type]


def drawn_ties(draw: random.Random, refs: list[str], number: int, people: tuple[Person, ...]) -> tuple[Tie, ...]:
    """Pairs by reach (Pareto), so that few bodies have many ties, as in real towns."""
    reach = [draw.paretovariate(1.5) for _ in refs]
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < number:
        one, two = draw.choices(refs, reach)[0], draw.choice(refs)
        if one != two:
            pairs[min(one, two), max(one, two)] = None
    held = ["", *(person.ref for person in people)]
    return tuple(
        Tie(one, two, strength_1_5=float(draw.randint(1, 5)), holder=draw.choice(held) if draw.random() < 0.5 else "") for one, two in pairs
    )


def resource(draw: random.Random, refs: list[str]) -> tuple[str, str, Word, tuple[Word, ...], Amount]:
    (kind,) = some(draw, "resource", 1)
    amount = Amount(Decimal(draw.randint(1, 200)), "m2", "area", Decimal(1))
    return draw.choice(refs), f"{kind.key} {draw.randrange(10_000)}", kind, some(draw, "theme", 2), amount


def initiative(draw: random.Random, number: int, refs: list[str]) -> Initiative:
    needed = tuple(Requirement(kind) for kind in some(draw, "resource", 4))
    typology = draw.choice(TYPOLOGIES)
    return Initiative(
        f"i{number}", f"Initiative {number}", typology=Word(typology, typology), requires=needed, gains=tuple(draw.sample(refs, 3)),
        chance_0_1=draw.random(), months_to_result=float(draw.randint(2, 30)),
    )  # fmt: skip
