"""Which needs do which offers meet, and why? See docs/reference/matching.md."""

from shutaf.analysis.matching.assignment import Assignment, Limits, Why, assigned
from shutaf.analysis.matching.best import Best, best_matches, count_matches
from shutaf.analysis.matching.encoded import Encoded, encoded
from shutaf.analysis.matching.explained import Answer, Explained, explained
from shutaf.analysis.matching.fit import Fit, Matches, NearMiss, matches
from shutaf.analysis.matching.introductions import Introductions, introductions
from shutaf.analysis.matching.judgement import Judgement, Reason, judge
from shutaf.analysis.matching.pairs import Pairs, pairs_of
from shutaf.analysis.matching.resources import Resources, bit_masks, members
from shutaf.analysis.matching.rules import Rules
from shutaf.analysis.matching.suggest import suggested

__all__ = [
    "Answer",
    "Assignment",
    "Best",
    "Encoded",
    "Explained",
    "Fit",
    "Introductions",
    "Judgement",
    "Limits",
    "Matches",
    "NearMiss",
    "Pairs",
    "Reason",
    "Resources",
    "Rules",
    "Why",
    "assigned",
    "best_matches",
    "bit_masks",
    "count_matches",
    "encoded",
    "explained",
    "introductions",
    "judge",
    "matches",
    "members",
    "pairs_of",
    "suggested",
]
