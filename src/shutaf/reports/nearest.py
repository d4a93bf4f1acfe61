"""Who was like us? The nearest cases with what is alike, what differs, and what could not be compared, in the reader's language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from shutaf import content
from shutaf.analysis.nearness import Feature, Likeness, Profile, nearest, profile_of
from shutaf.content import Case, Claim
from shutaf.reports.document import Line
from shutaf.reports.wording.library_cases import country_name
from shutaf.reports.wording.near import ALIKE, DIFFERS, WAYS_NEAR
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import speak

MOST = 3
"""So many are suggested beside the work at hand: more would be a list to read instead of a hint."""

ISRAEL = "IL"
"""The one country with socio-economic clusters: elsewhere none is missing."""

SAME_SIZE, SAME_CLUSTER = 0.16, 0.12
"""Ours: up to about twice as large is about the same size; one cluster more or less about the same cluster."""


@dataclass(frozen=True, slots=True)
class NearCase:
    """A case and why it is shown. alike, differs: whole sentences. untold: features that the case does not tell; unasked: that the place does not."""

    case: Case
    likeness: Likeness
    alike: tuple[Line, ...]
    differs: tuple[Line, ...]
    untold: tuple[Feature, ...]
    unasked: tuple[Feature, ...]

    @property
    def why(self) -> Line:
        """Why it is shown, in one sentence: what is alike first, else what differs."""
        return next(iter((*self.alike, *self.differs)), ())

    @property
    def needs(self) -> tuple[Claim, ...]:
        return self.case.told("needs_here")


def near_cases(speech: Speech, place: Profile, *, cases: Iterable[Case] | None = None, most: int | None = None) -> tuple[NearCase, ...]:
    """Cases by how near they are to a place as `place_profile` gives it, the nearest first. cases: those looked at, the whole library without any."""
    return tuple(_said(one, likeness, place, speech) for one, likeness in _ranked(place, cases)[:most])


def suggested_cases(speech: Speech, *, typologies: Collection[str] = (), themes: Collection[str] = ()) -> tuple[NearCase, ...]:
    """The few that are worth a look beside the work at hand: each shares a theme or the model with it."""
    place = place_profile(speech, typologies, themes)
    fitting = [(one, likeness) for one, likeness in _ranked(place, None) if _shares_work(likeness)]
    return tuple(_said(one, likeness, place, speech) for one, likeness in fitting[:MOST])


def _ranked(place: Profile, cases: Iterable[Case] | None) -> list[tuple[Case, Likeness]]:
    looked = {one.id: one for one in (content.cases() if cases is None else cases)}
    return [(looked[key], likeness) for key, likeness in nearest(place, {key: case_profile(one) for key, one in looked.items()})]


def _shares_work(likeness: Likeness) -> bool:
    return any(feature in ("themes", "model") and apart < 1 for feature, apart in likeness.apart)


def place_profile(speech: Speech, typologies: Collection[str] = (), themes: Collection[str] = ()) -> Profile:
    """The reader's place as it is compared. typologies, themes: of the work at hand; without any, what profile and map speak for."""
    code = content.country_code(speech.situation.place.country)
    return profile_of(speech.situation, country=code, typologies=typologies, themes=themes, cues=_cues())


def case_profile(one: Case) -> Profile:
    """A case as it is compared. Who stood in the middle is known where its partners are told."""
    return Profile(
        themes=frozenset(one.themes),
        typologies=frozenset({one.typology}),
        country=one.country,
        population=one.place.population,
        cluster_1_10=one.place.cluster_1_10,
        traits=frozenset(one.place.traits),
        sectors=frozenset(partner.sector for partner in one.partners) - {"other"},
        has_mediator=any(partner.part == "mediator" for partner in one.partners) if one.partners else None,
    )


@cache
def _cues() -> Mapping[str, tuple[str, ...]]:
    spoken = {"arab", "mixed"}  # told by the languages of the place; the words stand in too many names
    return {one.key: (*one.names.values(), *one.variants) for one in content.entries("trait") if one.key not in spoken}


def _said(one: Case, likeness: Likeness, place: Profile, speech: Speech) -> NearCase:
    profile = case_profile(one)
    facts = _facts(one, place, profile, speech)
    alike: list[Line] = []
    differs: list[Line] = []
    for feature, apart in likeness.apart:
        key, is_alike = _reading(feature, apart, place, profile)
        (alike if is_alike else differs).append(speak((ALIKE if is_alike else DIFFERS)[key], facts, speech, WAYS_NEAR))
    if profile.has_mediator and place.has_mediator is None:
        differs.append(speak(DIFFERS["mediator"], facts, speech, WAYS_NEAR))
    untold = tuple(
        feature for feature in likeness.unknown if not _knows(feature, profile) and (feature != "cluster" or profile.country == ISRAEL)
    )
    unasked = tuple(feature for feature in likeness.unknown if not _knows(feature, place))
    return NearCase(one, likeness, tuple(alike), tuple(differs), untold, unasked)


def _reading(feature: Feature, apart: float, place: Profile, profile: Profile) -> tuple[str, bool]:
    """Which sentence is said of a feature, and whether it is one of what is alike."""
    match feature:
        case "size":
            larger = (profile.population or 0) > (place.population or 0)
            return ("size", True) if apart <= SAME_SIZE else ("larger" if larger else "smaller", False)
        case "cluster":
            higher = (profile.cluster_1_10 or 0) > (place.cluster_1_10 or 0)
            return ("cluster", True) if apart <= SAME_CLUSTER else ("higher" if higher else "lower", False)
        case "themes" | "traits":
            return feature, apart < 1
        case "mediator":
            return ("mediator", True) if profile.has_mediator else ("no_mediator", False)  # of a place it is known or unknown, never a no
        case _:
            return feature, apart == 0


def _facts(one: Case, place: Profile, profile: Profile, speech: Speech) -> dict[str, Any]:
    language = speech.language
    middle = [partner.names.get(language, partner.original) for partner in one.partners if partner.part == "mediator"]
    return {
        "themes": tuple(theme for theme in one.themes if theme in place.themes) or one.themes,
        "typology": one.typology,
        "theirs": profile.population or 0, "ours": place.population or 0,
        "cluster": profile.cluster_1_10 or 0, "our_cluster": place.cluster_1_10 or 0,
        "traits": tuple(trait for trait in one.place.traits if trait in place.traits) or one.place.traits,
        "groups": tuple(_ordered(profile.sectors - place.sectors)), "middle": middle,
        "country": country_name(one.country, language),
    }  # fmt: skip


def _ordered(sectors: Collection[str]) -> Iterator[str]:
    return (entry.key for entry in content.entries("sector") if entry.key in sectors)


def _knows(feature: Feature, profile: Profile) -> bool:
    held = {
        "themes": profile.themes, "model": profile.typologies, "size": profile.population, "sectors": profile.sectors,
        "mediator": profile.has_mediator is not None, "traits": profile.traits, "cluster": profile.cluster_1_10, "country": profile.country,
    }  # fmt: skip
    return bool(held[feature])
