"""How far is one place from one case, feature by feature, where some of it is unknown?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log10, sqrt
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

Feature: TypeAlias = Literal["themes", "model", "size", "sectors", "mediator", "traits", "cluster", "country"]

FEATURES: Final[Mapping[Feature, float]] = MappingProxyType(
    {"themes": 3.0, "model": 2.0, "size": 2.0, "sectors": 1.0, "mediator": 1.0, "traits": 1.0, "cluster": 1.0, "country": 1.0}
)
"""Ours: what each feature weighs. What is worked on counts most, then how and in how large a place; the rest shades."""

WHOLLY_OTHER_SIZE, WIDEST_CLUSTER_GAP, UNKNOWN = 100.0, 9.0, 0.5
"""Ours: a place a hundred times larger shares nothing in size; the ten clusters are nine apart; what is unknown counts as half a difference."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a place, or the partnership of a case, is like. Empty or None: not known.

    themes, typologies, traits, sectors: keys. typologies: for a place every model that is thought of, for a case its own.
    population: people. cluster_1_10: Israel's socio-economic cluster. sectors: who is on the map, or took part. has_mediator: whether somebody
    who is neither the municipality nor a business stood between them; False only where a text tells who took part and none did.
    """

    themes: frozenset[str] = frozenset()
    typologies: frozenset[str] = frozenset()
    country: str = ""
    population: float | None = None
    cluster_1_10: float | None = None
    traits: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    has_mediator: bool | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near a case is. apart: (feature, 0 the same .. 1 wholly other), only what is known of both. distance, low, high: 0..1."""

    apart: tuple[tuple[Feature, float], ...]
    distance: float
    low: float
    high: float

    @property
    def unknown(self) -> tuple[Feature, ...]:
        """Features that one of the two does not tell."""
        known = {feature for feature, _apart in self.apart}
        return tuple(feature for feature in FEATURES if feature not in known)


def compare(place: Profile, case: Profile) -> Likeness:
    """How far the case is from the place: the weighted mean of the differences of each feature.

    place, case: profiles; a feature that one of them does not know is not compared. Its weight stays in the mean with half a difference, so that a
    case of which little is known is neither near nor far by its silence; `low` and `high` say what the distance would be were all the unknown
    the same, or wholly other. Returns distances in 0..1; with nothing known 0.5, from 0 to 1. O(size of the sets).

    >>> place = Profile(themes=frozenset({"waste", "energy"}), population=24_000, country="IL")
    >>> compare(place, Profile(themes=frozenset({"waste"}), population=240_000, country="IL")).apart
    (('themes', 0.29), ('size', 0.5), ('country', 0.0))

    Source: Gower 1971, Biometrics 27, p. 857 (mean of the comparable features). Themes: one minus the cosine of the two sets (Ochiai 1957).
    Ours: the weights, the logarithm of the size, sectors as the share of the case's that the place has too, half a difference for the unknown.
    """
    apart = tuple((feature, round(found, 2)) for feature in FEATURES if (found := _apart(feature, place, case)) is not None)
    total = sum(FEATURES.values())
    known = sum(FEATURES[feature] for feature, _found in apart)
    low = sum(FEATURES[feature] * found for feature, found in apart) / total
    missing = (total - known) / total
    return Likeness(apart, low + UNKNOWN * missing, low, low + missing)


def nearest(place: Profile, cases: Mapping[str, Profile], most: int | None = None) -> tuple[tuple[str, Likeness], ...]:
    """The cases by their distance, the nearest first; where equally far those of which more is known, then by key.

    cases: profile by key. most: how many, None = all. O(n log n).
    """
    found = sorted(((key, compare(place, case)) for key, case in cases.items()), key=lambda one: (_rounded(one[1]), one[1].high, one[0]))
    return tuple(found if most is None else found[:most])


def _rounded(likeness: Likeness) -> float:
    return round(likeness.distance, 6)


def _apart(feature: Feature, place: Profile, case: Profile) -> float | None:
    match feature:
        case "themes":
            return _cosine(place.themes, case.themes)
        case "model":
            return 0.0 if place.typologies & case.typologies else 1.0 if place.typologies and case.typologies else None
        case "size":
            return _size(place.population, case.population)
        case "sectors":
            return len(case.sectors - place.sectors) / len(case.sectors) if place.sectors and case.sectors else None
        case "mediator":
            return None if place.has_mediator is None or case.has_mediator is None else float(place.has_mediator != case.has_mediator)
        case "traits":
            return _cosine(place.traits, case.traits)
        case "cluster":
            gap = None if place.cluster_1_10 is None or case.cluster_1_10 is None else abs(place.cluster_1_10 - case.cluster_1_10)
            return None if gap is None else min(1.0, gap / WIDEST_CLUSTER_GAP)
        case "country":
            return float(place.country != case.country) if place.country and case.country else None


def _cosine(one: frozenset[str], other: frozenset[str]) -> float | None:
    return 1 - len(one & other) / sqrt(len(one) * len(other)) if one and other else None


def _size(one: float | None, other: float | None) -> float | None:
    if not one or not other or min(one, other) <= 0:
        return None
    return min(1.0, abs(log10(one / other)) / log10(WHOLLY_OTHER_SIZE))
