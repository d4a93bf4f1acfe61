"""Which documented cases are nearest to the models at the head?"""

from __future__ import annotations

from collections.abc import Sequence

from shutaf import content
from shutaf.analysis.actors.profile import profile_themes
from shutaf.analysis.situation import Situation
from shutaf.content.similar import SimilarCase, similar_cases

MOST = 3


def nearest(situation: Situation, typologies: Sequence[str]) -> tuple[SimilarCase, ...]:
    """Of these models, with a theme of the place; where none has one, those of the model itself, and then no theme is shared."""
    found = similar_cases(country=situation.place.country, themes=profile_themes(situation), typologies=typologies, most=MOST)
    return found or tuple(SimilarCase(case, (), False, True) for case in content.cases() if case.typology in typologies)[:MOST]
