"""How are the kinds of cases shown to choose from, each with how many there are?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.content import Case
from shutaf.reports.library_search import FACETS, Count, Facet, fitting
from shutaf.reports.wording.library import OUTCOMES
from shutaf.reports.wording.library_cases import SIZE_SAID, country_name
from shutaf.web.pages.library.asked import Asked

TITLES: Mapping[Facet, str] = {
    "model": N_("Model"),
    "theme": N_("Theme"),
    "country": N_("Country"),
    "size": N_("Size of the place"),
    "lead": N_("Who led"),
    "outcome": N_("How it went on"),
}
_OPEN: frozenset[Facet] = frozenset({"model", "theme", "country"})


@dataclass(frozen=True, slots=True)
class Value:
    """One value to choose. group: the sector whose shape stands before it, or ""."""

    name: str
    count: int
    address: str
    is_chosen: bool
    group: str


@dataclass(frozen=True, slots=True)
class FacetShown:
    key: Facet
    title: str
    values: tuple[Value, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Loosened:
    """A chosen value without which something would be found."""

    name: str
    count: int
    address: str


def facets_shown(asked: Asked, counted: Mapping[Facet, Sequence[Count]]) -> list[FacetShown]:
    return [_facet(asked, facet, counted[facet]) for facet in FACETS if counted[facet]]


def _facet(asked: Asked, facet: Facet, counted: Sequence[Count]) -> FacetShown:
    values = tuple(
        Value(said(facet, one.key), one.count, asked.turned(facet, one.key), one.is_chosen, one.key if facet == "lead" else "")
        for one in counted
    )
    return FacetShown(facet, _(TITLES[facet]), values, facet in _OPEN or bool(asked.chosen[facet]))


def said(facet: Facet, key: str) -> str:
    """A value of a facet in the reader's language."""
    language = (translation.get_language() or "he")[:2]
    match facet:
        case "model":
            return content.say("typology", key, language)
        case "theme":
            return content.say("theme", key, language)
        case "country":
            return country_name(key, language)
        case "size":
            return _(SIZE_SAID[key])
        case "lead":
            return content.say("sector", key, language) if key else _("not known who led")
        case "outcome":
            return _(OUTCOMES[key])


def loosened(asked: Asked, cases: Sequence[Case]) -> list[Loosened]:
    """For each value chosen, how many cases there would be without it; only those that help."""
    found = []
    for facet in FACETS:
        for key in sorted(asked.chosen[facet]):
            left = {**asked.chosen, facet: asked.chosen[facet] - {key}}
            found.append(Loosened(said(facet, key), len(fitting(cases, left)), asked.without(facet, key)))
    return [one for one in found if one.count]
