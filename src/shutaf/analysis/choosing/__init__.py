"""Which of the four partnership models fits, by a few plain answers, and what would change that?"""

from shutaf.analysis.choosing.departments import departments_named
from shutaf.analysis.choosing.flips import Flip, flips
from shutaf.analysis.choosing.from_map import Suggestion, suggested_answers
from shutaf.analysis.choosing.model import Asked, Choice, Fit, Possible, Precondition, Spoken
from shutaf.analysis.choosing.ranking import CLOSE, choose

__all__ = [
    "CLOSE",
    "Asked",
    "Choice",
    "Fit",
    "Flip",
    "Possible",
    "Precondition",
    "Spoken",
    "Suggestion",
    "choose",
    "departments_named",
    "flips",
    "suggested_answers",
]
