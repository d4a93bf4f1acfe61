"""In which language does one write to a body?"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from shutaf import content
from shutaf.analysis.situation import Body, Situation
from shutaf.reports.dossier.tongue import LETTERS

Why: TypeAlias = Literal["person", "name", "workspace"]

FALLS_BACK_ON: Final = "he"


def letter_language(situation: Situation, ref: str) -> tuple[str, Why]:
    """The language and what it was chosen by: people of the body (of several, the one whose language its name shows), its name, or the workspace."""
    body = situation.body_by_ref[ref]
    spoken = [person.language for person in situation.people if person.body == ref and person.language in content.LANGUAGES]
    shown = _shown_by_name(body)
    if spoken:
        return (shown if shown in spoken else spoken[0]), "person"
    if shown:
        return shown, "name"
    return (situation.language if situation.language in content.LANGUAGES else FALLS_BACK_ON), "workspace"


def _shown_by_name(body: Body) -> str:
    """By the letters of its name; English and German share theirs, so there it is the one of its names that is the same."""
    for language in ("he", "ar"):
        if re.search(LETTERS[language], body.name):
            return language
    same = [language for language, name in body.names if name == body.name and language in ("en", "de")]
    return same[0] if len(same) == 1 else ""
