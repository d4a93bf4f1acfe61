"""What does one body's sheet hold, and which half of it may lie on the table?"""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.analysis.actors.propriety import Flag
from shutaf.analysis.actors.voice import Voice
from shutaf.analysis.situation import Need, Number, Offer, Origin, Person, Stance, TieStatus, Word


@dataclass(frozen=True, slots=True)
class Said:
    """A need or an offer, and whose word it is."""

    resource: Need | Offer
    voice: Voice


@dataclass(frozen=True, slots=True)
class Gain:
    """An initiative from which the body gains: it is named (`how` = "body"), or a group it belongs to is (`how` = "group", as written)."""

    initiative: str
    how: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class DepartmentTie:
    """What is known of the body and one department. holder_role: the role of the person who holds the tie, "" where not said."""

    department: str
    status: TieStatus
    kind: Word
    strength_1_5: float | None
    since_date: str
    until_date: str
    holder_role: str
    rows: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class NotKnown:
    """A thing not known (key), and of how many where it can be counted."""

    key: str
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement on the sheet comes from, as written: `about` is body, need or offer."""

    about: str
    said_by: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class RoomSheet:
    """What may lie on the table: nothing said in confidence, nothing assumed by us about a motive, no person's name, no rating."""

    name: str
    group: str
    themes: tuple[Word, ...]
    own_targets: tuple[Word, ...]
    motives_stated: tuple[Word, ...]
    needs: tuple[Said, ...]
    offers: tuple[Said, ...]
    gains: tuple[Gain, ...]
    ties: tuple[DepartmentTie, ...]
    departments_unknown: Number
    not_known: tuple[NotKnown, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class DriverSheet:
    """What only the driver sees, besides the room's half: confidential rows, assumed motives, barriers, stances, ratings, names, flags."""

    needs_held_back: tuple[Said, ...]
    offers_held_back: tuple[Said, ...]
    motives_not_stated: tuple[Word, ...]
    motives_voice: Voice
    barriers: tuple[Word, ...]
    opportunities: str
    stances: tuple[Stance, ...]
    influence_1_10: float | None
    interest_1_10: float | None
    rated_by: str
    holders: tuple[tuple[str, str], ...]  # (department ref, name or text as written)
    contacts: tuple[Person, ...]
    flags: tuple[Flag, ...]
    must_not_assume: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class BodySheet:
    """One body's page in two halves that are never mixed."""

    ref: str
    room: RoomSheet
    driver: DriverSheet
