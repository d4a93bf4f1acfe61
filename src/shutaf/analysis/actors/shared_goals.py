"""Which goals do several bodies share, and which of them could help a department that cannot reach its goal alone?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from shutaf.analysis.actors.evidence import counted, neighbours_of, rows_of, sure_by_share
from shutaf.analysis.situation import SECTORS, Body, Finding, Situation, Word
from shutaf.analysis.text.fold import fold

PAIRED_AT_MOST = 50
"""Bodies of one target among which a pair to bring together is sought; 1,225 pairs. Ours: beyond that any pair of different sectors has been seen."""


def shared_goals(situation: Situation) -> Iterator[Finding]:
    """`target_shared`, then `goal_not_alone_shared` and `goal_not_alone_unshared`.

    Words are the same when they have the same key (then what is shared is the theme, and each body's own text stands in `texts`), or, being on no list, the same text after folding. O(bodies x words + ties).
    """
    known = neighbours_of(situation)
    yield from _shared_targets(situation, known)
    for department in situation.departments:
        yield from _not_alone(situation, department, known)


def same_word(word: Word) -> str:
    """What two words must have in common to be the same: the key, or the folded text.

    >>> same_word(Word("Less Waste ")) == same_word(Word("less waste"))
    True
    """
    return word.key or fold(word.text)


def _shared_targets(situation: Situation, known: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    holders: dict[str, list[Body]] = defaultdict(list)
    words: dict[str, Word] = {}
    for body in situation.organisations:
        for word in {same_word(word): word for word in body.own_targets if word}.values():
            holders[same_word(word)].append(body)
            words.setdefault(same_word(word), word)
    told = sum(1 for body in situation.organisations if body.own_targets)
    sure = sure_by_share("target_known", told, len(situation.organisations), at_most=3)
    for key, bodies in holders.items():
        if len(bodies) > 1:
            facts = _shared_facts(words[key], bodies, known)
            weight = 2.0 + len(_sectors(bodies)) / len(SECTORS)
            yield Finding("target_shared", _refs(bodies), facts, sure, "ask_joint_target", rows_of(bodies), weight=weight)


def _shared_facts(word: Word, bodies: Sequence[Body], known: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    """The target, its bodies, and two of them to bring together: of different sectors and without a known tie where such a pair exists."""

    def nearness(pair: tuple[Body, Body]) -> tuple[bool, bool]:
        one, two = pair
        return one.sector_key == two.sector_key, two.ref in known.get(one.ref, frozenset())

    one, two = min(combinations(bodies[:PAIRED_AT_MOST], 2), key=nearness)
    return {
        "target": Word(word.key, word.key) if word.key else word,
        "texts": tuple((body.ref, target.text) for body in bodies for target in body.own_targets if same_word(target) == same_word(word)),
        "bodies": counted("bodies_with_target", bodies, word.key or word.text),
        "sectors": _sectors(bodies),
        "pair": (one.ref, two.ref),
        "pair_tie_known": two.ref in known.get(one.ref, frozenset()),
    }


def _not_alone(situation: Situation, department: Body, known: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    goals = department.department.goals_not_alone if department.department else ()
    told = sum(1 for body in situation.organisations if body.own_targets or body.themes)
    sure = sure_by_share("target_or_theme_known", told, len(situation.organisations), at_most=3)
    for goal in goals:
        sharing = [body for body in situation.organisations if _has(goal, body.own_targets)]
        working = [body for body in situation.organisations if _has(goal, body.themes) and not _has(goal, body.own_targets)]
        facts: dict[str, Any] = {
            "department": department.ref,
            "goal": goal,
            "sharing": counted("bodies_with_target", sharing, goal.key or goal.text),
            "working": counted("bodies_on_theme", working, goal.key or goal.text),
        }
        if bodies := [*sharing, *working]:
            facts |= _first_call(department, bodies, known)
            yield Finding(
                "goal_not_alone_shared",
                (department.ref, *_refs(bodies)),
                facts,
                sure,
                "ask_to_join_goal",
                rows_of([department, *bodies]),
                weight=5.0,
            )
        elif told:
            yield Finding(
                "goal_not_alone_unshared", (department.ref,), facts, sure, "ask_department_who", rows_of([department]), weight=8.0
            )


def _first_call(department: Body, bodies: Sequence[Body], known: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    """Whom the department calls first: one it already works with; else the first that named the goal as its own (they stand first)."""
    tied = [body for body in bodies if body.ref in known.get(department.ref, frozenset())]
    return {"ask": (tied or bodies)[0].ref, "ask_rule": "tied_to_department" if tied else "first_with_goal"}


def _has(goal: Word, words: Sequence[Word]) -> bool:
    return any(same_word(word) == same_word(goal) for word in words if word)


def _sectors(bodies: Sequence[Body]) -> tuple[str, ...]:
    present = {body.sector_key for body in bodies}
    return tuple(sector for sector in SECTORS if sector in present)


def _refs(bodies: Sequence[Body]) -> tuple[str, ...]:
    return tuple(body.ref for body in bodies)
