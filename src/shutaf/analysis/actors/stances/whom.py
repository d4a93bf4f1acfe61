"""Whose stance on an objective is worth writing down first?"""

from __future__ import annotations

from shutaf.analysis.actors.shared_goals import same_word
from shutaf.analysis.network.pairs import pairs_of
from shutaf.analysis.situation import Body, Situation
from shutaf.analysis.text.fold import fold


def whom_first(situation: Situation, objective: str) -> tuple[str, ...]:
    """All bodies, those to begin with first: who has a stance on it already (to look at again), then who named it as an own target or works on it,
    then who can move it as rated (influence and interest together), then who has most known ties, then by name.

    The order is one of work, not of importance; it is shown to editors only. O(bodies log bodies + ties). Ours.

    >>> from shutaf.analysis.situation import Stance
    >>> town = Situation(bodies=(Body("1", "A"), Body("2", "B")), stances=(Stance("2", "Shade", 3),))
    >>> whom_first(town, "shade")
    ('2', '1')
    """
    words = _words_of(situation, objective)
    told = {stance.body for stance in situation.stances if fold(stance.objective) == fold(objective)}
    neighbours = pairs_of(situation).neighbours

    def rank(body: Body) -> tuple[bool, bool, float, int, str]:
        rated = (body.influence_1_10 or 0.0) + (body.interest_1_10 or 0.0)
        return body.ref not in told, not _is_near(body, words), -rated, -len(neighbours.get(body.ref, ())), body.name.casefold()

    return tuple(body.ref for body in sorted(situation.bodies, key=rank))


def _words_of(situation: Situation, objective: str) -> frozenset[str]:
    """What an own target or a theme must have in common with the objective: its text, and the theme where it is a goal of the place."""
    goals = {same_word(goal) for goal in situation.place.goals if fold(goal.text) == fold(objective)}
    return frozenset(goals | {fold(objective), objective})


def _is_near(body: Body, words: frozenset[str]) -> bool:
    sheet = body.department
    said = (*body.own_targets, *body.themes, *(sheet.targets if sheet else ()), *(sheet.goals_not_alone if sheet else ()))
    return any(same_word(word) in words or fold(word.text) in words for word in said if word)
