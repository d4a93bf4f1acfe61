"""What do we know beforehand? The words, sheets, units, models, cases and rules every room shares, in four languages."""

from shutaf.content.articles import SHELVES, Article, article, articles
from shutaf.content.cases import Case, Claim, Texts, case, cases
from shutaf.content.chooser import ModelAnswer, ModelQuestion, mixed_forms, model_departments, model_preconditions, model_questions
from shutaf.content.comparison import Compared, compared
from shutaf.content.criteria import ReadyCriterion, ready_criteria
from shutaf.content.cues import SectorCue, sector_cues
from shutaf.content.gate import Question, Said, gate_kinds, gate_questions, gate_verdicts
from shutaf.content.glossary import Term, terms
from shutaf.content.library import Model, Propriety, model, propriety
from shutaf.content.steps import Mistake, Step, StepCheck, StepField, example_partnership, step, steps
from shutaf.content.tables import LANGUAGES
from shutaf.content.words import Entry, country_code, entries, lists, same_words, say
from shutaf.content.workbook import PAIR_HEADERS, Column, Sheet, Unit, columns, sheets, units

__all__ = [
    "LANGUAGES",
    "PAIR_HEADERS",
    "SHELVES",
    "Article",
    "Case",
    "Claim",
    "Column",
    "Compared",
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
    "Term",
    "Texts",
    "Unit",
    "article",
    "articles",
    "case",
    "cases",
    "columns",
    "compared",
    "country_code",
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
    "same_words",
    "say",
    "sector_cues",
    "sheets",
    "step",
    "steps",
    "terms",
    "units",
]
