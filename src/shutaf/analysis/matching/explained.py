"""Why does this need fit this offer, or not? One pair of arrays' rows, question by question; the slow twin of `answers`."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import Literal, TypeAlias

from shutaf.analysis.matching.answers import SCORE_PLACES
from shutaf.analysis.matching.resources import Masks, Resources, members
from shutaf.analysis.matching.rules import DEFAULT_RULES, QUESTIONS, Question, Rules
from shutaf.analysis.situation import Network

Said: TypeAlias = Literal["yes", "part", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question about a pair came to. said: "part" is an amount covered in part. is_hard: this no keeps the pair apart."""

    question: Question
    said: Said
    score_0_1: float
    is_hard: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """One pair. shared_kinds: the kinds in common, none: no match. is_own: one body's own. answers: in the order of QUESTIONS."""

    shared_kinds: tuple[int, ...]
    is_own: bool
    answers: tuple[Answer, ...]
    score_0_1: float

    @property
    def misses(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.is_hard)

    @property
    def fits(self) -> bool:
        return bool(self.shared_kinds) and not self.is_own and not self.misses


def explained(needs: Resources, i: int, offers: Resources, j: int, rules: Rules = DEFAULT_RULES, ties: Network | None = None) -> Explained:
    """One pair, question by question, in plain loops: what `best_matches` must agree with.

    ties: known ties between bodies, in whichever direction; a pair without a tie is unknown, never a no.
    Returns kinds in common, the five answers and the score that orders the list. O(values in the sets + ties).

    >>> room = Resources.of([1], themes=[0b01], amount=[10], first_day=[1], last_day=[9])
    >>> halls = Resources.of([1], themes=[0b11], amount=[6], first_day=[10])
    >>> told = explained(room, 0, halls, 0)
    >>> [(answer.question, answer.said) for answer in told.answers], told.fits
    ([('theme', 'yes'), ('amount', 'part'), ('time', 'no'), ('place', 'unknown'), ('tie', 'unknown')], False)
    """
    share = _share(needs, i, offers, j)
    amount: Said = "unknown" if share is None else "yes" if share >= 1 else "part" if share >= rules.enough_share_0_1 else "no"
    said: dict[Question, Said] = {
        "theme": _in_common(needs.themes, i, offers.themes, j),
        "amount": amount,
        "time": _period(needs, i, offers, j),
        "place": _in_common(needs.places, i, offers.places, j),
        "tie": "yes" if _tied(int(needs.body[i]), int(offers.body[j]), ties) else "unknown",
    }
    told = tuple(
        Answer(question, said[question], _score(question, said[question], share, rules), said[question] == "no" and rules.is_hard(question))
        for question in QUESTIONS
    )
    score = round(sum(rules.weight(answer.question) * answer.score_0_1 for answer in told), SCORE_PLACES)
    kinds = tuple(sorted(set(members(needs.kinds, i)) & set(members(offers.kinds, j))))
    return Explained(kinds, needs.body[i] == offers.body[j] != -1, told, score)


def _score(question: Question, said: Said, share: float | None, rules: Rules) -> float:
    if said == "part" or (question == "amount" and said == "no" and rules.is_hard(question)):
        return float(share or 0.0)
    return {"yes": 1.0, "no": rules.no_0_1(question), "unknown": rules.unknown_0_1}[said]


def _in_common(wanted: Masks, i: int, given: Masks, j: int) -> Said:
    one, other = set(members(wanted, i)), set(members(given, j))
    if not one or not other:
        return "unknown"
    return "yes" if one & other else "no"


def _share(needs: Resources, i: int, offers: Resources, j: int) -> float | None:
    wanted, given = float(needs.amount[i]), float(offers.amount[j])
    if needs.unit[i] != offers.unit[j] or needs.unit[i] < 0 or isnan(wanted) or isnan(given):
        return None
    return 1.0 if wanted <= 0 else min(1.0, max(0.0, given / wanted))


def _period(needs: Resources, i: int, offers: Resources, j: int) -> Said:
    ends = [float(side[row]) for side, row in ((needs.first_day, i), (needs.last_day, i), (offers.first_day, j), (offers.last_day, j))]
    if ends[2] > ends[1] or ends[0] > ends[3]:
        return "no"
    return "unknown" if any(map(isnan, ends)) else "yes"


def _tied(one: int, other: int, ties: Network | None) -> bool:
    if ties is None or one < 0 or other < 0:
        return False
    pairs = zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    return any({one, other} == {a, b} for a, b in pairs)
