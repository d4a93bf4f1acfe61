"""What is one row: the place, a body, a person, a tie, a need, an offer, an initiative, a stance, how the map came to be known?"""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.analysis.situation.words import (
    NOTHING,
    Amount,
    Answer,
    Basis,
    Direction,
    Invite,
    Record,
    Shortlist,
    TieStatus,
    Visibility,
    Word,
)


@dataclass(frozen=True, slots=True)
class Place(Record):
    """The municipality or region and its local identity."""

    name: str = ""
    names: tuple[tuple[str, str], ...] = ()  # (language, name) pairs given besides `name`
    country: str = ""
    population: int | None = None
    languages: tuple[str, ...] = ()
    cluster_1_10: int | None = None
    currency: str = ""
    time_zone: str = ""
    goals: tuple[Word, ...] = ()
    challenges: tuple[Word, ...] = ()
    assets: tuple[Word, ...] = ()
    population_groups: tuple[Word, ...] = ()
    economy: tuple[Word, ...] = ()
    anchor_institutions: tuple[Word, ...] = ()  # names of bodies, which may be on the map or not
    neighbourhoods: tuple[Word, ...] = ()

    def name_in(self, language: str) -> str:
        """The name in the reader's language if it was given, else as written."""
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, slots=True)
class Department:
    """What the internal map asks of a municipal department."""

    contact: str = ""
    targets: tuple[Word, ...] = ()
    goals_not_alone: tuple[Word, ...] = ()
    limits: str = ""
    decides: str = ""
    would_join: Answer = "unknown"


@dataclass(frozen=True, slots=True)
class Body(Record):
    """An organisation, or a municipal department (then `department` is set and the sector is public)."""

    ref: str
    name: str
    sector: Word = NOTHING
    names: tuple[tuple[str, str], ...] = ()  # (language, name) pairs given besides `name`
    kind: str = ""
    registration_no: str = ""
    city: str = ""
    neighbourhood: str = ""
    themes: tuple[Word, ...] = ()
    population_groups: tuple[Word, ...] = ()
    own_targets: tuple[Word, ...] = ()
    motives: tuple[Word, ...] = ()
    barriers: tuple[Word, ...] = ()
    opportunities: str = ""
    influence_1_10: float | None = None
    interest_1_10: float | None = None
    change_agent: Answer = "unknown"
    invite: Invite = "unknown"
    rated_by: str = ""
    as_of: str = ""
    source: str = ""
    lat: float | None = None
    lon: float | None = None
    department: Department | None = None

    @property
    def is_department(self) -> bool:
        return self.department is not None

    @property
    def sector_key(self) -> str:
        """One of SECTORS; "other" for a word on no list, "" when nothing was written."""
        if self.is_department:
            return "public"
        return self.sector.key or ("other" if self.sector.text else "")

    @property
    def group_key(self) -> str:
        """`department`, or the sector: what pictures and tables count by."""
        return "department" if self.is_department else self.sector_key

    def name_in(self, language: str) -> str:
        """The name in the reader's language if it was given, else as written."""
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, slots=True)
class Person(Record):
    """A person in a role of a body, dated as ISO text of a year, a month or a day. Never scored."""

    ref: str
    name: str
    body: str  # ref of a Body
    role: str = ""
    from_date: str = ""
    until_date: str = ""
    email: str = ""
    phone: str = ""
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Tie(Record):
    """Who works with whom. A pair without a Tie is unknown, never "no tie"; status `none` is a known no."""

    source_ref: str
    target_ref: str
    status: TieStatus = "exists"
    kind: Word = NOTHING
    direction: Direction = "mutual"
    strength_1_5: float | None = None
    since_date: str = ""
    until_date: str = ""
    holder: str = ""  # ref of a Person where one matches, else the text as written
    reported_by: str = ""  # ref of a Body or Person where one matches, else the text as written
    source: str = ""

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.source_ref, self.target_ref))


@dataclass(frozen=True, slots=True)
class Resource(Record):
    """What a need and an offer have in common."""

    ref: str  # "need 3", "offer 12": the kind and the place in the sheet's order, so it survives export
    body: str
    title: str
    kind: Word = NOTHING
    themes: tuple[Word, ...] = ()
    amount: Amount | None = None
    from_date: str = ""
    until_date: str = ""
    where: str = ""
    conditions: str = ""
    said_by: str = ""
    as_of: str = ""
    visible_to: Visibility = "editors"


@dataclass(frozen=True, slots=True)
class Need(Resource):
    """Something a body lacks."""


@dataclass(frozen=True, slots=True)
class Offer(Resource):
    """Something a body could give."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One resource an initiative cannot do without."""

    kind: Word
    amount: Amount | None = None


MUNICIPALITY = "municipality"
"""Who gains, where it is the municipality as a whole rather than one of its departments."""


@dataclass(frozen=True, slots=True)
class Initiative(Record):
    """A candidate joint action."""

    ref: str
    name: str
    problem: str = ""
    typology: Word = NOTHING
    requires: tuple[Requirement, ...] = ()
    gains: tuple[str, ...] = ()  # refs of bodies where one matches, else groups as written
    chance_0_1: float | None = None
    months_to_result: float | None = None
    criteria: tuple[tuple[str, float], ...] = ()  # (own criterion, value; more is better)
    idea: str = ""
    law: str = ""  # what law or licence stands in the way
    capital: str = ""  # what money must be found first
    must_prove: str = ""  # for a second stage: what the first initiative must show before
    gains_what: tuple[tuple[str, str], ...] = ()  # (ref of a body, a group as written or "municipality", what it gains)
    offers: tuple[str, ...] = ()  # refs of the offers tied to what it requires
    shortlist: Shortlist = ""


@dataclass(frozen=True, slots=True)
class Stance(Record):
    """What a body wants of an objective: -4 strongly against .. +4 strongly for."""

    body: str
    objective: str
    level: float
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Influence(Record):
    """How far one body can act on another: 0 not .. 4 its existence."""

    source_ref: str
    target_ref: str
    level_0_4: float
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class MapBasis(Record):
    """How the ties came to be known, which decides what may be said (docs/explain/honest-numbers.md).

    reported: some informants typed what they know. surveyed: the bodies themselves answered.
    informants: refs of bodies or persons, or names as written. asked: refs of the bodies that answered for their own ties.
    """

    basis: Basis = "reported"
    informants: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    as_of: str = ""


NO_PLACE, NO_BASIS = Place(), MapBasis()
"""What a situation has while nothing is written down of either."""
