"""What do we know beforehand? The words, sheets, units, models, cases and rules every room shares, in four languages."""

from shutaf.content.chooser import ModelAnswer, ModelQuestion, mixed_forms, model_departments, model_preconditions, model_questions
from shutaf.content.criteria import ReadyCriterion, ready_criteria
from shutaf.content.cues import SectorCue, sector_cues
from shutaf.content.gate import Question, Said, gate_kinds, gate_questions, gate_verdicts
from shutaf.content.library import Case, Model, Propriety, Texts, cases, model, propriety
from shutaf.content.steps import Mistake, Step, StepCheck, StepField, example_partnership, step, steps
from shutaf.content.tables import LANGUAGES
from shutaf.content.words import Entry, entries, lists, say
from shutaf.content.workbook import PAIR_HEADERS, Column, Sheet, Unit, columns, sheets, units

__all__ = [
    "LANGUAGES",
    "PAIR_HEADERS",
    "Case",
    "Column",
    "Entry",
    "Mistake",
    "Model",
    "ModelAnswer",
    "ModelQuestion",
    "Propriety",
    "Question",
    "ReadyCriterion",
    "Said",
    "SectorCue",
    "Sheet",
    "Step",
    "StepCheck",
    "StepField",
    "Texts",
    "Unit",
    "cases",
    "columns",
    "entries",
    "example_partnership",
    "gate_kinds",
    "gate_questions",
    "gate_verdicts",
    "lists",
    "mixed_forms",
    "model",
    "model_departments",
    "model_preconditions",
    "model_questions",
    "propriety",
    "ready_criteria",
    "say",
    "sector_cues",
    "sheets",
    "step",
    "steps",
    "units",
]
