"""How many cases are of each kind, and which are of the kinds that were chosen?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal, TypeAlias

from shutaf.content.cases.schema import Case, CasePlace

Facet: TypeAlias = Literal["model", "theme", "country", "size", "lead", "outcome"]
FACETS: tuple[Facet, ...] = ("model", "theme", "country", "size", "lead", "outcome")
SIZES = ("small", "middle", "large", "largest", "region", "unknown")

_BANDS = (("small", 20_000), ("middle", 100_000), ("large", 500_000))
"""Ours: a size and the number of people under which it ends."""

Chosen: TypeAlias = Mapping[Facet, Set[str]]


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a facet and how many cases would be seen with it, everything else chosen staying as it is."""

    key: str
    count: int
    is_chosen: bool


def size(place: CasePlace) -> str:
    """The size of a place; its number of people goes before its kind.

    >>> size(CasePlace({}, "town", 21_000)), size(CasePlace({}, "region")), size(CasePlace({}, "city"))
    ('middle', 'region', 'unknown')
    """
    if place.kind in ("region", "country"):
        return "region"
    if place.population is None:
        return "unknown"
    return next((name for name, under in _BANDS if place.population < under), "largest")


def values(case: Case, facet: Facet) -> tuple[str, ...]:
    """What a case is, by one facet; a sector that led, where it is not known, is ""."""
    match facet:
        case "model":
            return (case.typology,) if case.typology else ()
        case "theme":
            return case.themes
        case "country":
            return (case.country,) if case.country else ()
        case "size":
            return (size(case.place),)
        case "lead":
            return led_by(case)
        case "outcome":
            return (case.outcome,)


def led_by(case: Case) -> tuple[str, ...]:
    """The sectors that led: the one a source names, else those of the partners who are told to have led; ("",) where nobody says."""
    return (
        (case.sector_lead,)
        if case.sector_lead
        else tuple(dict.fromkeys(one.sector for one in case.partners if one.part == "lead")) or ("",)
    )


def fitting(cases: Iterable[Case], chosen: Chosen) -> tuple[Case, ...]:
    """The cases that have one of the chosen values of every facet of which some are chosen."""
    return tuple(case for case in cases if _fits(case, chosen))


def counts(cases: Sequence[Case], chosen: Chosen) -> dict[Facet, tuple[Count, ...]]:
    """For each facet its values, the commonest first; those chosen are there even where nothing is left."""
    return {facet: _counted(cases, chosen, facet) for facet in FACETS}


def _counted(cases: Sequence[Case], chosen: Chosen, facet: Facet) -> tuple[Count, ...]:
    others = {other: keys for other, keys in chosen.items() if other != facet}
    found = Counter(key for case in cases if _fits(case, others) for key in values(case, facet))
    mine = chosen.get(facet, frozenset())
    keys = sorted({*found, *mine}, key=lambda key: (SIZES.index(key) if facet == "size" and key in SIZES else 0, -found[key], key))
    return tuple(Count(key, found[key], key in mine) for key in keys)


def _fits(case: Case, chosen: Chosen) -> bool:
    return all(not keys or not keys.isdisjoint(values(case, facet)) for facet, keys in chosen.items())
