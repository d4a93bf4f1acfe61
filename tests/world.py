"""One small town and its cast: Dana drives the partnership, Omar is a partner, Ruth must see nothing.

Twelve bodies in all sectors but one (academia is missing), three of them departments. Every field that is kept for editors holds a
marker of `SECRETS`, so a test can prove that Ruth, who holds only what was handed out in the room, reads none of them.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from shutaf.analysis.situation import (
    Amount,
    Body,
    Department,
    Influence,
    Initiative,
    MapBasis,
    Need,
    Offer,
    Origin,
    Person,
    Place,
    Requirement,
    Situation,
    Stance,
    Tie,
    Word,
)

TODAY = "2026-11-23"

SECRETS = {
    "person": "SECRETNAME",
    "holder": "SECRETHOLDER",
    "contact": "SECRETCONTACT",
    "email": "secretmail",
    "phone": "05550199",
    "barrier": "SECRETBARRIER",
    "opportunity": "SECRETOPPORTUNITY",
    "need": "SECRETNEED",
    "offer": "SECRETOFFER",
    "condition": "SECRETCONDITION",
    "objective": "SECRETOBJECTIVE",
    "rated_by": "SECRETRATER",
    "said_by": "SECRETSPEAKER",
    "reported_by": "SECRETREPORTER",
    "source": "SECRETSOURCE",
    "limits": "SECRETLIMITS",
    "own": "SECRETOWNFIELD",
    "registration": "SECRETNUMBER",
}
"""A marker for each kind of field that must not reach the room."""

WASTE, ENERGY, YOUTH = Word("waste", "waste"), Word("energy", "energy"), Word("youth", "education")
SPACE, KNOWLEDGE = Word("space", "space"), Word("knowledge", "knowledge")


def square_metres(value: int) -> Amount:
    return Amount(Decimal(value), "m2", "area", Decimal(1))


def department(ref: str, name: str, **facts: Any) -> Body:
    return Body(ref, name, department=Department(contact=SECRETS["contact"], limits=SECRETS["limits"], **facts))


def outside(ref: str, name: str, sector: str, **facts: Any) -> Body:
    """An organisation with a marker in every field that is kept for editors."""
    kept = {
        "barriers": (Word(SECRETS["barrier"]),), "opportunities": SECRETS["opportunity"], "influence_1_10": 7.0, "interest_1_10": 8.0,
        "rated_by": SECRETS["rated_by"], "source": SECRETS["source"], "registration_no": SECRETS["registration"],
        "own": (("Notes", SECRETS["own"]),), "change_agent": "yes",
    }  # fmt: skip
    return Body(ref, name, Word(sector, sector), **(kept | facts))


BODIES = (
    department("environment", "היחידה הסביבתית", targets=(WASTE,), goals_not_alone=(ENERGY,), would_join="yes"),
    department("education", "אגף החינוך", targets=(YOUTH,)),
    department("economy", "פיתוח כלכלי"),
    outside("merchants", "סוחרי הרחוב הראשי", "business", themes=(WASTE,), invite="yes", motives=(Word("image", "reputation"),)),
    outside("carton", "קרטון הצפון", "business", themes=(WASTE,), invite="yes"),
    outside("bakery", "מאפיית הדר (1987)", "business"),
    outside("greens", "Green Circle", "civil_society", themes=(WASTE, ENERGY), invite="yes", own_targets=(WASTE,)),
    outside("olive", "جمعية الزيتون", "civil_society", themes=(YOUTH,), names=(("ar", "جمعية الزيتون"), ("en", "Olive Association"))),
    outside("committee", "ועד שכונת אל־עין", "community", themes=(YOUTH,)),
    outside("hospital", "בית החולים", "public"),
    outside("energy", "Bürgerenergie e.G.", "other", themes=(ENERGY,)),
    outside("cyclists", "רוכבים", "civil_society"),
)
"""Dana's town: cyclists have no known tie, academia is not on the list."""

PEOPLE = (
    Person("dana", "Dana Aviram", "environment", role="coordinator"),
    Person(
        "clerk",
        SECRETS["holder"],
        "environment",
        role="recycling coordinator",
        until_date="2027-04",
        email=f"{SECRETS['email']}@town.example",
        phone=SECRETS["phone"],
    ),
    Person("omar", "Omar Khoury", "merchants", role="treasurer"),
    Person("ruth", SECRETS["person"], "olive", role="chair"),
)

TIES = (
    ("environment", "merchants", "dana"), ("environment", "greens", "dana"), ("environment", "carton", "clerk"), ("education", "olive", ""),
    ("education", "committee", ""), ("economy", "merchants", ""), ("economy", "bakery", ""), ("merchants", "carton", ""), ("greens", "merchants", ""),
    ("greens", "olive", ""), ("committee", "olive", ""), ("hospital", "education", ""), ("energy", "greens", ""),
)  # fmt: skip


def ties() -> tuple[Tie, ...]:
    facts = {"strength_1_5": 3.0, "reported_by": SECRETS["reported_by"], "source": SECRETS["source"]}
    found = [Tie(one, two, holder=holder, origin=Origin("ties", i + 2), **facts) for i, (one, two, holder) in enumerate(TIES)]
    return (*found, Tie("economy", "education", status="none", origin=Origin("ties", len(TIES) + 2)))


NEEDS = (
    Need("need 1", "merchants", "a place to gather cardboard", SPACE, (WASTE,), square_metres(60), said_by="omar", visible_to="partners"),
    Need("need 2", "olive", SECRETS["need"], KNOWLEDGE, (YOUTH,), said_by=SECRETS["said_by"], visible_to="editors"),
    Need("need 3", "environment", "somebody who measures energy", KNOWLEDGE, (ENERGY,), visible_to="public"),
)
OFFERS = (
    Offer(
        "offer 1",
        "carton",
        "a store in the same street",
        SPACE,
        (WASTE,),
        square_metres(120),
        conditions="no food waste",
        visible_to="partners",
    ),
    Offer("offer 2", "committee", SECRETS["offer"], KNOWLEDGE, (YOUTH,), conditions=SECRETS["condition"], visible_to="editors"),
    Offer("offer 3", "energy", "measuring for one season", KNOWLEDGE, (ENERGY,), said_by=SECRETS["said_by"], visible_to="public"),
)
INITIATIVES = (
    Initiative("cardboard", "Joint cardboard collection", "Cardboard piles up", Word("greening", "greening_business"),
               (Requirement(SPACE, square_metres(60)),), ("merchants", "carton"), 0.85, 3.0),
    Initiative("roofs", "Solar roofs", typology=Word("local economy", "local_economy"), requires=(Requirement(Word("money", "money")),), chance_0_1=0.4, months_to_result=24.0),
)  # fmt: skip
STANCES = (
    Stance("merchants", "cardboard", 3.0, said_by="omar"),
    Stance("hospital", SECRETS["objective"], -4.0, said_by=SECRETS["said_by"]),
)


def town(**changes: Any) -> Situation:
    """Dana's town, or a variant of it: town(ties=(), language="en")."""
    here = Place(
        name="עין חרוב", country="IL", population=24_000, languages=("he", "ar"), currency="ILS", goals=(WASTE, ENERGY), challenges=(YOUTH,)
    )
    whole = Situation(
        place=here, bodies=tuple(replace(body, origin=Origin("organisations", i + 2)) for i, body in enumerate(BODIES)), people=PEOPLE, ties=ties(),
        needs=NEEDS, offers=OFFERS, initiatives=INITIATIVES, stances=STANCES, influences=(Influence("hospital", "olive", 3.0, said_by=SECRETS["said_by"]),),
        map=MapBasis("reported", ("dana",), ("environment",), "2026-10"), language="he", is_fictional=True,
    )  # fmt: skip
    return replace(whole, **changes)
