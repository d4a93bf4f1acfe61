"""What does the place's profile change: which of the four models fit it first, and why?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from shutaf.analysis.actors.gaps import EXPECTED_SECTORS
from shutaf.analysis.situation import TYPOLOGIES, Situation

MODEL_THEMES: Final[Mapping[str, tuple[str, ...]]] = {
    "greening_business": ("energy", "waste", "water", "climate", "buildings"),
    "business_in_community": ("community", "education", "health", "inclusion", "culture"),
    "local_economy": ("local_economy", "procurement", "food"),
    "shared_agenda": ("climate", "mobility", "nature", "buildings", "digital"),
}
"""Themes that each model works on. The toolkit names topics of the first and the frame of the third; the rest is ours."""

PEERS, LOW_CLUSTER, MANY_THEMES, MOST_SECTORS = 3, 4, 4, 4
"""Ours: firms that make a group; the highest cluster in which what stays in the place counts most; goals and sectors that make a broad agenda."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a model fits, or what speaks against it: a key with its facts."""

    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ModelFit:
    """One model and what in the profile and on the map speaks for it and against it."""

    typology: str
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()


def models_suggested(situation: Situation) -> tuple[ModelFit, ...]:
    """The four models, those for which most speaks first; where equally much does, in the toolkit's order. No score: the reasons are what is shown. O(bodies)."""
    fits = [ModelFit(typology, tuple(_for(situation, typology)), tuple(_against(situation, typology))) for typology in TYPOLOGIES]
    return tuple(sorted(fits, key=lambda fit: len(fit.against) - len(fit.reasons)))


def profile_themes(situation: Situation) -> tuple[str, ...]:
    """Themes of goals and challenges, each once, goals first."""
    words = (*situation.place.goals, *situation.place.challenges)
    return tuple(dict.fromkeys(word.key for word in words if word.key))


def _for(situation: Situation, typology: str) -> Iterator[Reason]:
    place = situation.place
    if themes := tuple(theme for theme in profile_themes(situation) if theme in MODEL_THEMES[typology]):
        yield Reason("themes", {"themes": themes})
    if typology == "greening_business" and (firms := _count(situation, "business")) >= PEERS:
        yield Reason("firms_on_map", {"firms": firms})
    if typology == "business_in_community":
        if place.population_groups:
            yield Reason("groups_named", {"groups": len(place.population_groups)})
        if hosts := _count(situation, "civil_society", "community"):
            yield Reason("hosts_on_map", {"hosts": hosts})
    if typology == "local_economy":
        if place.anchor_institutions:
            yield Reason("anchors_named", {"anchors": len(place.anchor_institutions)})
        if place.economy:
            yield Reason("economy_written", {"branches": len(place.economy)})
        if place.cluster_1_10 is not None and place.cluster_1_10 <= LOW_CLUSTER:
            yield Reason("low_cluster", {"cluster": place.cluster_1_10})
    if typology == "shared_agenda":
        yield from _for_agenda(situation)


def _for_agenda(situation: Situation) -> Iterator[Reason]:
    goals = {word.key or word.text for word in situation.place.goals}
    if len(goals) >= MANY_THEMES:
        yield Reason("many_goals", {"goals": len(goals)})
    alone = sum(bool(body.department and body.department.goals_not_alone) for body in situation.departments)
    if alone:
        yield Reason("not_alone", {"departments": alone})
    sectors = {body.sector_key for body in situation.bodies} & set(EXPECTED_SECTORS)
    if len(sectors) >= MOST_SECTORS:
        yield Reason("sectors_on_map", {"sectors": len(sectors)})


def _against(situation: Situation, typology: str) -> Iterator[Reason]:
    if not situation.organisations:
        return
    firms = _count(situation, "business")
    if typology == "greening_business" and firms < PEERS:
        yield Reason("few_firms", {"firms": firms})
    if typology == "business_in_community" and not _count(situation, "civil_society", "community"):
        yield Reason("no_host")
    if typology == "local_economy" and not situation.place.anchor_institutions:
        yield Reason("no_anchor_named")
    if typology == "shared_agenda":
        yield Reason("second_stage")


def _count(situation: Situation, *sectors: str) -> int:
    return sum(body.sector_key in sectors for body in situation.organisations)
