"""Which documented cases are like this place, and by what?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from shutaf.content.cases import Case, cases
from shutaf.content.words import entries


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A case and what it shares with the place: themes, the country, one of the models that were asked for."""

    case: Case
    themes: tuple[str, ...]
    is_same_country: bool
    is_same_model: bool


def similar_cases(*, country: str, themes: Collection[str], typologies: Sequence[str], most: int = 3) -> tuple[SimilarCase, ...]:
    """Cases of these models with a theme of the place, those with most themes first, then those of its country. None without themes or models.

    country: its code or any of its names. themes, typologies: keys.
    """
    codes = {
        entry.key
        for entry in entries("country")
        if country.strip().casefold() in {t.casefold() for t in (entry.key, *entry.names.values())}
    }
    found = [
        SimilarCase(case, shared, case.country in codes, case.typology in typologies)
        for case in cases()
        if (shared := tuple(theme for theme in case.themes if theme in themes)) and case.typology in typologies
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.themes), not one.is_same_country)))[:most]


def nearest_cases(*, country: str, themes: Collection[str], typologies: Sequence[str], most: int = 3) -> tuple[SimilarCase, ...]:
    """As `similar_cases`; where none of these models' cases shares a theme, cases of the models themselves."""
    found = similar_cases(country=country, themes=themes, typologies=typologies, most=most)
    return found or tuple(SimilarCase(case, (), False, True) for case in cases() if case.typology in typologies)[:most]
