"""What is this place like, as its profile and its map tell?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from shutaf.analysis.actors.profile import models_suggested, profile_themes
from shutaf.analysis.nearness.distance import Profile
from shutaf.analysis.situation import Situation
from shutaf.analysis.text.search import index_text, matches, query_tokens

MIDDLE = frozenset({"civil_society", "academia", "community"})
"""Sectors of whoever may stand between municipality and business: the toolkit's third sector, and beside it research and residents."""

PEOPLES = frozenset({"he", "ar"})


def profile_of(
    situation: Situation,
    *,
    country: str,
    typologies: Collection[str] = (),
    themes: Collection[str] = (),
    cues: Mapping[str, Collection[str]] | None = None,
) -> Profile:
    """The place of a situation as a profile.

    country: its two letters, "" = unknown. typologies: models that are thought of; without any, those for which the map speaks. themes: of the work
    at hand; without any, those of the place's goals and challenges. cues: words that speak for a trait in what is written of economy and assets.
    A mediator is one with known ties to both sides; where none is known it stays unknown, since a blank pair is no "no". O(bodies + ties).
    """
    place = situation.place
    models = frozenset(typologies) or frozenset(fit.typology for fit in models_suggested(situation)[:2] if fit.reasons)
    return Profile(
        themes=frozenset(themes) or frozenset(profile_themes(situation)),
        typologies=models,
        country=country,
        population=place.population,
        cluster_1_10=place.cluster_1_10,
        traits=_traits(situation, cues or {}),
        sectors=frozenset(body.sector_key for body in situation.bodies if body.sector_key) - {"other"},
        has_mediator=True if mediators(situation) else None,
    )


def mediators(situation: Situation) -> tuple[str, ...]:
    """Bodies that are neither public nor business and have a known tie to both, in the order of the map: refs. O(bodies + ties)."""
    group = {body.ref: body.sector_key for body in situation.bodies}
    met: dict[str, set[str]] = defaultdict(set)
    for tie in situation.ties:
        if tie.status == "exists":
            for one, other in ((tie.source_ref, tie.target_ref), (tie.target_ref, tie.source_ref)):
                met[one].add(group.get(other, ""))
    return tuple(body.ref for body in situation.bodies if body.sector_key in MIDDLE and {"public", "business"} <= met[body.ref])


def _traits(situation: Situation, cues: Mapping[str, Collection[str]]) -> frozenset[str]:
    place = situation.place
    written = index_text(*(word.text or word.key for word in (*place.economy, *place.assets, *place.anchor_institutions)))
    found = {trait for trait, words in cues.items() if written and any(matches(query_tokens(word), written) for word in words)}
    spoken = PEOPLES & set(place.languages)
    return frozenset(found | ({"mixed"} if spoken == PEOPLES else {"arab"} if spoken == {"ar"} else set()))
