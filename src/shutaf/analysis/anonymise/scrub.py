"""What of each record may stay when nobody shall be named? Every record is built anew from what is named here, so a new field stays out until it is let in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from shutaf.analysis.anonymise.pseudonyms import Pseudonyms
from shutaf.analysis.situation import (
    Body,
    Department,
    Influence,
    Initiative,
    MapBasis,
    Need,
    Offer,
    Place,
    Requirement,
    Situation,
    Stance,
    Tie,
)
from shutaf.analysis.text.fold import fold

_R = TypeVar("_R", Need, Offer)

_CODE: Final = re.compile(r"[A-Za-z]{2,3}")
"""Country, currency and language codes; anything longer is somebody's own text."""


@dataclass(frozen=True)
class Scrubber:
    """Scrubs the records of one situation. names: old ref of a body -> the ref it gets; while it is empty, refs stay as they are."""

    situation: Situation
    pseudonyms: Pseudonyms
    kind_key: Callable[[str], str]
    names: Mapping[str, str]

    def place(self) -> Place:
        place, words = self.situation.place, self.pseudonyms.all_words
        return Place(
            country=_code(place.country),
            languages=tuple(filter(None, map(_code, place.languages))),
            currency=_code(place.currency),
            goals=words(place.goals),
            challenges=words(place.challenges),
            assets=words(place.assets),
            population_groups=words(place.population_groups),
            economy=words(place.economy),
            anchor_institutions=words(place.anchor_institutions),
            neighbourhoods=words(place.neighbourhoods),
        )

    def body(self, body: Body) -> Body:
        words = self.pseudonyms.all_words
        return Body(
            ref=self.ref(body.ref),
            name="",
            sector=self.pseudonyms.word(body.sector),
            kind=self.kind_key(body.kind) if body.kind else "",
            themes=words(body.themes),
            population_groups=words(body.population_groups),
            own_targets=words(body.own_targets),
            motives=words(body.motives),
            barriers=words(body.barriers),
            influence_1_10=body.influence_1_10,
            interest_1_10=body.interest_1_10,
            change_agent=body.change_agent,
            invite=body.invite,
            rated_by=self.speaker(body.rated_by),
            as_of=_year(body.as_of),
            department=self._department(body.department),
        )

    def tie(self, tie: Tie) -> Tie:
        """A mutual tie is written in the order of its refs, for the order in which it was typed says who typed it."""
        one, two = self.ref(tie.source_ref), self.ref(tie.target_ref)
        if tie.direction == "mutual":
            one, two = min(one, two), max(one, two)
        return Tie(
            one,
            two,
            status=tie.status,
            kind=self.pseudonyms.word(tie.kind),
            direction=tie.direction,
            strength_1_5=tie.strength_1_5,
            since_date=_year(tie.since_date),
            until_date=_year(tie.until_date),
            reported_by=self.speaker(tie.reported_by),
        )

    def resource(self, row: _R, ref: str) -> _R:
        return type(row)(
            ref=ref,
            body=self.ref(row.body),
            title=ref,
            kind=self.pseudonyms.word(row.kind),
            themes=self.pseudonyms.all_words(row.themes),
            amount=self.pseudonyms.amount(row.amount),
            from_date=_year(row.from_date),
            until_date=_year(row.until_date),
            said_by=self.speaker(row.said_by),
            as_of=_year(row.as_of),
            visible_to=row.visible_to,
        )

    def initiative(self, row: Initiative, ref: str) -> Initiative:
        amount, word = self.pseudonyms.amount, self.pseudonyms.word
        return Initiative(
            ref=ref,
            name=ref,
            typology=word(row.typology),
            requires=tuple(Requirement(word(requirement.kind), amount(requirement.amount)) for requirement in row.requires),
            gains=tuple(self._gain(gain) for gain in row.gains),
            chance_0_1=row.chance_0_1,
            months_to_result=row.months_to_result,
            criteria=tuple((self.pseudonyms.criteria.get(fold(name), ""), value) for name, value in row.criteria),
        )

    def stance(self, row: Stance, initiatives: Mapping[str, str]) -> Stance:
        """initiatives: folded old name or ref of an initiative -> its new ref; an objective that is none gets its pseudonym."""
        objective = initiatives.get(fold(row.objective)) or self.pseudonyms.objectives.get(fold(row.objective), "")
        return Stance(self.ref(row.body), objective, row.level, self.speaker(row.said_by))

    def influence(self, row: Influence) -> Influence:
        return Influence(self.ref(row.source_ref), self.ref(row.target_ref), row.level_0_4, self.speaker(row.said_by))

    def map(self) -> MapBasis:
        """Informants become their bodies; a name that belongs to no body becomes a number, so that they can still be counted."""
        basis = self.situation.map
        informants = tuple(self.speaker(who) or f"informant_{number}" for number, who in enumerate(basis.informants, 1))
        asked = tuple(self.ref(ref) for ref in basis.asked if ref in self.situation.body_by_ref)
        return MapBasis(basis.basis, tuple(sorted(informants)), tuple(sorted(asked)), _year(basis.as_of))

    def ref(self, ref: str) -> str:
        """The new ref of a body; a ref of no body is somebody's text and becomes ""."""
        return self.names.get(ref, ref if not self.names and ref in self.situation.body_by_ref else "")

    def speaker(self, who: str) -> str:
        """The body that speaks: itself, or the body of the person who does, by ref or folded name; "" for anybody else."""
        return self.ref(self._speakers.get(who) or self._speakers.get(fold(who), ""))

    @cached_property
    def _speakers(self) -> Mapping[str, str]:
        people = {text: person.body for person in self.situation.people for text in (fold(person.name), person.ref)}
        bodies = {text: body.ref for body in self.situation.bodies for text in (fold(body.name), body.ref)}
        return people | bodies | {"": ""}

    def _gain(self, gain: str) -> str:
        return self.ref(gain) or self.pseudonyms.words.get(fold(gain), "")

    def _department(self, sheet: Department | None) -> Department | None:
        if sheet is None:
            return None
        words = self.pseudonyms.all_words
        return Department(targets=words(sheet.targets), goals_not_alone=words(sheet.goals_not_alone), would_join=sheet.would_join)


def _year(date: str) -> str:
    return date[:4] if re.fullmatch(r"\d{4}(-\d{2}){0,2}", date) else ""


def _code(text: str) -> str:
    return text if _CODE.fullmatch(text) else ""
