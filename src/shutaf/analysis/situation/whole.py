"""Everything known about one place at one time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from shutaf.analysis.situation.choosing import NO_CHOOSING, Choosing
from shutaf.analysis.situation.records import (
    NO_BASIS,
    NO_PLACE,
    Body,
    Influence,
    Initiative,
    MapBasis,
    Need,
    Offer,
    Person,
    Place,
    Stance,
    Tie,
)
from shutaf.analysis.situation.words import Origin, Record


@dataclass(frozen=True)
class Situation:
    """Everything known about one place at one time; the waist of the hourglass."""

    place: Place = NO_PLACE
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    ties: tuple[Tie, ...] = ()
    needs: tuple[Need, ...] = ()
    offers: tuple[Offer, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    stances: tuple[Stance, ...] = ()
    influences: tuple[Influence, ...] = ()
    map: MapBasis = NO_BASIS
    choosing: Choosing = NO_CHOOSING
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
