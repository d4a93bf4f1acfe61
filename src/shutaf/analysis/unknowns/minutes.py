"""What would five more minutes buy: which unknown, once answered, would change the brief most?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, Final, TypeAlias

from shutaf.analysis.actors.gaps import gaps
from shutaf.analysis.actors.influence_interest import influence_interest
from shutaf.analysis.situation import Situation
from shutaf.analysis.unknowns.candidates import Candidate, candidates
from shutaf.analysis.unknowns.cost import MINUTES
from shutaf.analysis.unknowns.parts import parts

Computation: TypeAlias = Callable[[Situation], object]
"""Something the brief says, computed from a situation; two results are the same when they are equal."""

RERUN_AT_MOST: Final = 40
"""Questions that are tried out. Ours: it bounds the time; kinds of question take turns, so every kind is among them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one answer would change: the result's name, and its value before and after."""

    answer: str
    result: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Question:
    """One question to ask next. subject: refs; facts: what its sentence needs; minutes: estimate; changes: names of the results that some answer changes,
    the most important first; value: 0 nothing changes .. below 2 everything changes whatever the answer; outcomes: each change, answer by answer."""

    key: str
    subject: tuple[str, ...]
    facts: Mapping[str, Any]
    minutes: float
    changes: tuple[str, ...]
    value: float
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class _Result:
    """A computation, and the fields of the situation it reads: while none of them changed it is not run again. () = it may read anything."""

    compute: Computation
    reads: tuple[str, ...] = ()


def questions(situation: Situation, computations: Mapping[str, Computation], limit: int = RERUN_AT_MOST) -> tuple[Question, ...]:
    """The unknowns whose answer would change the brief, what changes most for five minutes of asking first.

    computations: name -> what the brief says (the first initiative, its coalition ...), the most important first; each is really run again on the
    situation as every possible answer would leave it. Four of our own follow: `missing` (sectors and goals without bodies), `parts` (what is joined by
    known ties), `pages` (who gets a page), `grid` (whom to manage closely).
    Returns at most `limit` questions. value = sum over the results of (1/2) ** place x the share of answers that change it; the order is by value for
    each five minutes begun, then fewer minutes, then the order of asking. The first with a value above 0 is *the* question; where none has, no answer
    tried would change the brief. At most `limit` x 5 runs of each computation. Ours: the weights, the order, the answers tried (`candidates`).
    """
    results = {**{name: _Result(compute) for name, compute in computations.items()}, **_OURS}
    before = {name: result.compute(situation) for name, result in results.items()}
    asked = [_question(situation, candidate, results, before) for candidate in candidates(situation, limit)]
    return tuple(sorted(asked, key=lambda question: (-question.value / ceil(question.minutes / 5), question.minutes)))


def _question(situation: Situation, candidate: Candidate, results: Mapping[str, _Result], before: Mapping[str, object]) -> Question:
    outcomes = tuple(_outcomes(situation, candidate, results, before))
    changes = tuple(name for name in results if any(outcome.result == name for outcome in outcomes))
    value = sum(
        0.5**place * sum(1 for outcome in outcomes if outcome.result == name) / len(candidate.replies) for place, name in enumerate(results)
    )
    return Question(candidate.key, candidate.subject, candidate.facts, MINUTES[candidate.key], changes, value, outcomes)


def _outcomes(
    situation: Situation, candidate: Candidate, results: Mapping[str, _Result], before: Mapping[str, object]
) -> Iterator[Outcome]:
    for reply in candidate.replies:
        if reply.situation is situation:
            continue
        for name, result in results.items():
            if result.reads and all(getattr(reply.situation, field) is getattr(situation, field) for field in result.reads):
                continue
            after = result.compute(reply.situation)
            if after != before[name]:
                yield Outcome(reply.key, name, before[name], after)


def _missing(situation: Situation) -> object:
    return tuple((gap.key, gap.sector, gap.theme) for gap in gaps(situation))


def _pages(situation: Situation) -> object:
    return tuple(body.ref for body in situation.organisations if body.invite == "yes")


def _grid(situation: Situation) -> object:
    return frozenset(one.ref for one in influence_interest(situation).placed if one.quarter == "manage_closely")


_OURS: Final[Mapping[str, _Result]] = {
    "missing": _Result(_missing, ("bodies", "place")),
    "parts": _Result(parts, ("ties",)),  # no answer adds a body
    "pages": _Result(_pages, ("bodies",)),
    "grid": _Result(_grid, ("bodies",)),
}
