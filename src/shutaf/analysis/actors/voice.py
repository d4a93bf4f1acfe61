"""Whose word is it: did the body say so itself, or did somebody assume it?"""

from __future__ import annotations

from typing import Literal, TypeAlias

from shutaf.analysis.situation import Situation
from shutaf.analysis.text.fold import fold

Voice: TypeAlias = Literal["stated", "assumed", "unknown"]


def voice_of(situation: Situation, body_ref: str, said_by: str) -> Voice:
    """`stated` when the speaker is the body or one of its people, `assumed` when it is anybody else, `unknown` when no speaker was written.

    said_by: ref of a body or person, or a name as written (compared folded). O(people). Ours: the reading of a name.

    >>> from shutaf.analysis.situation import Body, Situation
    >>> voice_of(Situation(bodies=(Body("1", "Green Roof Ltd"),)), "1", "green roof ltd")
    'stated'
    """
    speaker = fold(said_by)
    if not speaker:
        return "unknown"
    body = situation.body_by_ref[body_ref]
    own = {body.ref, body.name, *(name for _, name in body.names)}
    own.update(text for person in situation.people if person.body == body_ref for text in (person.ref, person.name))
    return "stated" if speaker in {fold(text) for text in own if text} else "assumed"
