"""What do we know about this place, and what do we not know? The one thing every computation starts from and ends in.

A Situation is made by a reader of files or by queries; everything that computes takes it. Three values are kept apart everywhere:
a number or a yes (known), a no (known), and None / "unknown" / "" (unknown). Nothing here is ever filled in by a default that claims knowledge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int32]
Bools: TypeAlias = npt.NDArray[np.bool_]

Answer: TypeAlias = Literal["yes", "no", "unknown"]
Invite: TypeAlias = Literal["yes", "no", "later", "unknown"]
TieStatus: TypeAlias = Literal["exists", "none", "unknown"]
Direction: TypeAlias = Literal["mutual", "one_way"]
Basis: TypeAlias = Literal["reported", "surveyed"]
Visibility: TypeAlias = Literal["editors", "partners", "public"]

SECTORS = ("public", "business", "civil_society", "academia", "community", "other")
"""Keys of the sectors, in the order of every legend. A department is a body of the sector `public` with a `department` record."""

TYPOLOGIES = ("greening_business", "business_in_community", "local_economy", "shared_agenda")
"""Keys of the four partnership models, in the order of the toolkit's pages. Never numbers: the toolkit numbers two of them both ways."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read: sheet or file name as the user sees it, and the row as her program numbers it (1 = first line).

    ref: of a record that is remembered, its table and ref ("relations.tie:t4k9wq2m"); then sheet "" and row 0 say that it was typed, not read.
    """

    sheet: str
    row: int
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a closed list: the text as written, and the key it means ("" when it is on no list: kept, shown, counted apart)."""

    text: str
    key: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.key)


NOTHING = Word("")


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of what. `unit` is a key of content/units.csv, a currency code (ILS, EUR), or the user's own word.

    dimension: "area", "time", "money:ILS", ... ; "" for an own word, which is comparable with the same word only.
    factor: how many of the dimension's base unit one unit is (1 hour = 1, 1 day = 8); None where no factor is known.
    """

    value: Decimal
    unit: str = ""
    dimension: str = ""
    factor: Decimal | None = None

    def comparable(self, other: Amount) -> bool:
        """True when both measure the same thing: the same dimension, or the same own word."""
        if self.dimension and other.dimension:
            return self.dimension == other.dimension
        return not self.dimension and not other.dimension and self.unit == other.unit

    @property
    def base(self) -> Decimal:
        """The value in the dimension's base unit."""
        return self.value * (self.factor if self.factor is not None else Decimal(1))


@dataclass(frozen=True, slots=True)
class Record:
    """What every row carries: the user's own further columns (header, value), and where it was read. Neither takes part in equality of origin."""

    own: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    origin: Origin | None = field(default=None, kw_only=True, compare=False)


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


@dataclass(frozen=True)
class Situation:
    """Everything known about one place at one time; the waist of the hourglass."""

    place: Place = Place()
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    ties: tuple[Tie, ...] = ()
    needs: tuple[Need, ...] = ()
    offers: tuple[Offer, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    stances: tuple[Stance, ...] = ()
    influences: tuple[Influence, ...] = ()
    map: MapBasis = MapBasis()
    language: str = ""  # the language the file was written in ("" when it does not say)
    is_fictional: bool = False  # an example that must say so on every page

    @cached_property
    def body_by_ref(self) -> Mapping[str, Body]:
        return {body.ref: body for body in self.bodies}

    @cached_property
    def person_by_ref(self) -> Mapping[str, Person]:
        return {person.ref: person for person in self.people}

    @cached_property
    def index_by_ref(self) -> Mapping[str, int]:
        """Place of each body in `bodies`; what the arrays of a Network are indexed by."""
        return {body.ref: i for i, body in enumerate(self.bodies)}

    @cached_property
    def record_by_origin(self) -> Mapping[Origin, Record]:
        """Every record by the row it was read from: where numbers and findings lead back to."""
        several: tuple[tuple[Record, ...], ...] = (
            (self.place,), self.bodies, self.people, self.ties, self.needs, self.offers, self.initiatives, self.stances, self.influences,
        )  # fmt: skip
        return {record.origin: record for records in several for record in records if record.origin}

    @cached_property
    def departments(self) -> tuple[Body, ...]:
        return tuple(body for body in self.bodies if body.is_department)

    @cached_property
    def organisations(self) -> tuple[Body, ...]:
        return tuple(body for body in self.bodies if not body.is_department)

    @cached_property
    def known_ties(self) -> tuple[Tie, ...]:
        """Ties that exist, between two different known bodies."""
        return tuple(
            tie
            for tie in self.ties
            if tie.status == "exists"
            and tie.source_ref != tie.target_ref
            and tie.source_ref in self.body_by_ref
            and tie.target_ref in self.body_by_ref
        )

    @cached_property
    def informant_bodies(self) -> frozenset[str]:
        """Refs of the bodies whose people typed the map: the informants themselves, and the bodies of informants who are persons."""
        refs = set()
        for who in self.map.informants:
            if who in self.body_by_ref:
                refs.add(who)
            elif who in self.person_by_ref:
                refs.add(self.person_by_ref[who].body)
        return frozenset(refs)


@dataclass(frozen=True)
class Network:
    """Ties as arrays. Bodies are 0 .. n-1.

    source, target: (m,) int32, no self-ties, each undirected pair once. weight: (m,) float64 > 0, strength (1 where unknown).
    asked: (n,) bool, True where the body itself answered for its ties. Anything array-like is taken; `Network.of` makes one of raw rows.
    Raises ValueError where the arrays do not fit together. O(m log m).
    """

    n: int
    source: Ints
    target: Ints
    weight: Floats
    asked: Bools
    is_directed: bool = False

    @classmethod
    def of(
        cls,
        n: int,
        ties: npt.ArrayLike,
        weight: npt.ArrayLike | None = None,
        *,
        asked: npt.ArrayLike | None = None,
        is_directed: bool = False,
    ) -> Network:
        """A network of raw rows: a pair that several rows name counts once, with the largest of their weights.

        ties: (m, 2) numbers of bodies, source first. weight: (m,) above 0; 1 where left out. asked: (n,); nobody where left out.
        Raises ValueError on self-ties, on bodies outside 0 .. n-1 and on weights not above 0.

        >>> Network.of(3, [(0, 1), (1, 0), (1, 2)], [2, 5, 1]).weight.tolist()
        [5.0, 1.0]
        """
        rows = _numbers_of_bodies(ties)
        if rows.size and (rows.min() < 0 or rows.max() >= n):
            raise ValueError("a tie names a body outside 0 .. n-1")
        if not is_directed:
            rows = np.sort(rows, axis=1)
        weights = np.ones(len(rows)) if weight is None else np.asarray(weight, dtype=np.float64)
        if len(weights) != len(rows):
            raise ValueError("weight must have one entry per tie")
        order = np.lexsort((-weights, rows[:, 1], rows[:, 0]))
        rows, weights = rows[order], weights[order]
        is_first = np.ones(len(rows), dtype=np.bool_)
        is_first[1:] = np.any(rows[1:] != rows[:-1], axis=1)
        kept = rows[is_first].astype(np.int32)
        answered = np.zeros(n, dtype=np.bool_) if asked is None else np.asarray(asked, dtype=np.bool_)
        return cls(n, kept[:, 0].copy(), kept[:, 1].copy(), weights[is_first], answered, is_directed)

    def __post_init__(self) -> None:
        for name, kind in (("source", np.int32), ("target", np.int32), ("weight", np.float64), ("asked", np.bool_)):
            object.__setattr__(self, name, np.asarray(getattr(self, name), dtype=kind))
        if not (len(self.source) == len(self.target) == len(self.weight)):
            raise ValueError("source, target and weight must have the same length")
        if len(self.asked) != self.n:
            raise ValueError("asked must have one entry per body")
        if len(self.source) and (min(self.source.min(), self.target.min()) < 0 or max(self.source.max(), self.target.max()) >= self.n):
            raise ValueError("a tie names a body outside 0 .. n-1")
        if np.any(self.source == self.target):
            raise ValueError("a tie joins a body with itself")
        if np.any(~((self.weight > 0) & np.isfinite(self.weight))):
            raise ValueError("weights must be above 0 and finite")
        if self._has_twins():
            raise ValueError("a pair is listed twice: Network.of takes raw rows")

    def _has_twins(self) -> bool:
        one, other = self.source.astype(np.int64), self.target.astype(np.int64)
        if not self.is_directed:
            one, other = np.minimum(one, other), np.maximum(one, other)
        return len(np.unique(one * self.n + other)) < self.m

    @property
    def m(self) -> int:
        return len(self.source)


def _numbers_of_bodies(ties: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Raw rows as (m, 2) whole numbers. Raises ValueError for rows of another width and for what is no whole number."""
    given = np.asarray(ties)
    if not given.size:
        return np.empty((0, 2), dtype=np.int64)
    if given.ndim != 2 or given.shape[1] != 2:
        raise ValueError("each tie must name two bodies: source and target; strengths go into weight")
    if given.dtype.kind not in "iuf" or np.any(given != np.round(given)):
        raise ValueError("bodies are named by whole numbers 0 .. n-1")
    return given.astype(np.int64)


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure: 1 hardly, 2 somewhat, 3 fairly, 4 sure; and the cause, as a key with its facts ("asked", x of y)."""

    level: int
    cause: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Number:
    """A number someone will read: which formula made it (`key`), of what (`about`), from which rows. `reports` gives it a short code."""

    key: str
    value: float
    about: tuple[str, ...] = ()
    rows: tuple[Origin, ...] = field(default=(), compare=False)
    base: float | None = None  # "x of y": the y


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the analysis noticed. A key and facts, no prose: `reports/wording` says it in four languages.

    key: what was noticed; subject: refs of the bodies it is about; facts: what the sentence needs (Numbers, refs, words);
    evidence: the rows it rests on; sure: how sure and why; step: key of the question or next step, said with the same facts;
    audience: "driver" for what may not be shown in the room (one-person ties with names, ratings); weight: order, more first.
    """

    key: str
    subject: tuple[str, ...]
    facts: Mapping[str, Any]
    sure: Sure
    step: str
    evidence: tuple[Origin, ...] = ()
    audience: Literal["room", "driver"] = "room"
    weight: float = 0.0
