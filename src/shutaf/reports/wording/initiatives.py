"""The words of: what the choice of a first initiative and its coalition let us notice."""

from __future__ import annotations

from shutaf.reports.wording.said import Choice, Words
from shutaf.reports.wording.template import Template

FINDINGS: dict[str, Words] = {}
STEPS: dict[str, Choice] = {}
SURE: dict[str, Template] = {}
