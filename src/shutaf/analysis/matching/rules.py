"""What keeps a need and an offer apart, and what only moves them in the list?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from shutaf.analysis.matching.judgement import ENOUGH_SHARE_0_1, UNKNOWN_SCORE, WEIGHTS

Question: TypeAlias = Literal["theme", "amount", "time", "place", "tie"]
KnownNo: TypeAlias = Literal["hard", "graded", "asked"]

QUESTIONS: tuple[Question, ...] = ("theme", "amount", "time", "place", "tie")
KNOWN_NO: Mapping[str, KnownNo] = MappingProxyType({"theme": "hard", "amount": "hard", "time": "hard", "place": "asked"})


@dataclass(frozen=True)
class Rules:
    """How a pair is judged. The kind is always hard, and a body's own offer never meets its own need.

    weights: of the five questions, 0 and up, sum 1. known_no: what a known no does. "hard": it keeps the pair apart;
    "graded": it scores 0; "asked": it counts as unknown, a thing to ask (for places as written, which may be one place under two names).
    enough_share_0_1: an amount that covers less than this share of the need is a no. unknown_0_1: what an unknown answer scores.
    Raises ValueError where a value is none of these. Ours: the values; no published method.

    >>> Rules(known_no={"theme": "graded"}).known_no["amount"], Rules().is_hard("place")
    ('hard', False)
    """

    weights: Mapping[str, float] = field(default_factory=lambda: MappingProxyType(WEIGHTS))
    known_no: Mapping[str, KnownNo] = field(default_factory=lambda: KNOWN_NO)
    enough_share_0_1: float = ENOUGH_SHARE_0_1
    unknown_0_1: float = UNKNOWN_SCORE

    def __post_init__(self) -> None:
        object.__setattr__(self, "known_no", MappingProxyType({**KNOWN_NO, **self.known_no}))
        weights = [self.weights.get(question, 0.0) for question in QUESTIONS]
        if set(self.weights) - set(QUESTIONS) or not all(weight >= 0 for weight in weights) or abs(sum(weights) - 1) > 1e-9:
            raise ValueError(f"weights must be of {', '.join(QUESTIONS)}, 0 and up, and sum to 1")
        if set(self.known_no) != set(KNOWN_NO) or not set(self.known_no.values()) <= {"hard", "graded", "asked"}:
            raise ValueError("known_no must say hard, graded or asked of theme, amount, time or place")
        if not all(0 <= share <= 1 and math.isfinite(share) for share in (self.enough_share_0_1, self.unknown_0_1)):
            raise ValueError("enough_share_0_1 and unknown_0_1 must lie between 0 and 1")

    def weight(self, question: Question) -> float:
        return float(self.weights.get(question, 0.0))

    def is_hard(self, question: Question) -> bool:
        return self.known_no.get(question) == "hard"

    def no_0_1(self, question: Question) -> float:
        """What a known no scores."""
        return self.unknown_0_1 if self.known_no.get(question) == "asked" else 0.0


DEFAULT_RULES = Rules()
