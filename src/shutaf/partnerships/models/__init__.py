"""The tables of partnerships: their path, the choosing of a first initiative, the inviting."""

from shutaf.partnerships.models.choosing import (
    CoalitionDraft,
    Considered,
    Criterion,
    Initiative,
    ModelAnswers,
    Rating,
    RatingRound,
)
from shutaf.partnerships.models.inviting import Call, CallAnswer, CallTold, Letter
from shutaf.partnerships.models.path import FindingAnswer, Gate, Partnership, StepRecord

__all__ = [
    "Call", "CallAnswer", "CallTold", "CoalitionDraft", "Considered", "Criterion", "FindingAnswer", "Gate", "Initiative", "Letter",
    "ModelAnswers", "Partnership", "Rating", "RatingRound", "StepRecord",
]  # fmt: skip
