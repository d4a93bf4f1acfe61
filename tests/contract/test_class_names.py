"""Do the names that methods give to classes of actors stay inside the library? What is said to people are the answers (decision 013)."""

import ast
import json
import re

import pytest
from source import PACKAGE, modules, name_of, tree

from shutaf.analysis.actors import caa, daa, mactor, stance_findings
from shutaf.analysis.actors.mactor.influence import PLANE
from shutaf.analysis.actors.salience import CLASSES
from shutaf.imports.example import example_situation

LABELS = sorted(({*PLANE, *CLASSES} - {"definitive", "relay", "dependent"}) | {"opponent", "stakeholder class"})
"""Without three that are also plain words or, with "definitive", the name of a group of one."""

SAID = re.compile("|".join(LABELS), re.IGNORECASE)


def spoken() -> list[tuple[str, str]]:
    """Every string that a face or a report holds."""
    return [
        (name_of(path), node.value)
        for path in modules("reports", "cli", "web", "content", "charts", "partnerships")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def test_no_face_or_report_says_a_class_of_actors() -> None:
    found = [(place, text) for place, text in spoken() if SAID.search(text)]
    assert found == []


@pytest.mark.parametrize("language", ["en"])
def test_no_message_or_template_says_a_class_of_actors(language: str) -> None:
    catalog = (PACKAGE / "locale" / language / "LC_MESSAGES/django.po").read_text(encoding="utf-8")
    pages = [path for path in sorted((PACKAGE / "web").rglob("*.html")) if SAID.search(path.read_text(encoding="utf-8"))]
    assert SAID.findall(catalog) == []
    assert [name_of(path) for path in pages] == []


def test_figures_of_a_study_hold_numbers_only() -> None:
    figures = mactor([[0, 3], [1, 0]], [[2], [-1]]).figures()
    written = json.dumps({key: value if isinstance(value, float) else value.tolist() for key, value in figures.items()})
    assert not SAID.search(written)
    assert caa([[1], [2]]).dtype == daa([[1], [2]]).dtype == float


def test_no_finding_on_stances_holds_a_class() -> None:
    found = stance_findings(example_situation())
    assert found
    assert not any(SAID.search(repr((finding.key, finding.facts, finding.step))) for finding in found)
