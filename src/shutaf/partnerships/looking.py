"""Who is missing by what this Viewer may see? Remembered while the Situation is the same, since page after page asks."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from threading import Lock

from shutaf.analysis.actors.suggestions import Look, looks
from shutaf.analysis.situation import Situation, Word
from shutaf.imports.words import key_of

_REMEMBERED = 8
_known: OrderedDict[tuple[int, str, tuple[Word, ...]], tuple[Situation, tuple[Look, ...]]] = OrderedDict()
_lock = Lock()


def looked(situation: Situation, typology: str = "", goals: tuple[Word, ...] = ()) -> tuple[Look, ...]:
    """The six looks at a situation. typology: the chosen model, "" for none; goals: of a partnership, which count beside those of the place.

    A tenth of a second for 2,000 bodies, then nothing.
    """
    key = (id(situation), typology, goals)
    with _lock:
        if key in _known and _known[key][0] is situation:
            _known.move_to_end(key)
            return _known[key][1]
    found = looks(_with_goals(situation, goals), typology, lambda text: key_of(text, "body_kind"))
    with _lock:
        _known[key] = (situation, found)
        while len(_known) > _REMEMBERED:
            _known.popitem(last=False)
    return found


def _with_goals(situation: Situation, goals: tuple[Word, ...]) -> Situation:
    place = situation.place
    further = tuple(goal for goal in goals if goal.key not in {known.key for known in place.goals} or not goal.key)
    return replace(situation, place=replace(place, goals=(*place.goals, *further))) if further else situation
