"""Does every problem that can be told stand in the list, and in the reference?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import shutaf.imports
from shutaf.imports.limits import Limits
from shutaf.imports.notes import Notes
from shutaf.imports.problem import PROBLEMS

SOURCE = "".join(path.read_text("utf-8") for path in Path(shutaf.imports.__file__).parent.glob("*.py") if path.name != "problem.py")
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "problems.md"
BY_KIND = {f"{what}.{end}" for what in ("tie", "influence", "need", "offer") for end in ("unknown_body", "with_itself")}


@pytest.mark.parametrize("key", PROBLEMS)
def test_every_key_is_used_and_documented_with_its_facts(key: str) -> None:
    assert f'"{key}"' in SOURCE or key in BY_KIND
    (row,) = re.findall(rf"^\| `{re.escape(key)}` \|.*$", REFERENCE.read_text("utf-8"), re.MULTILINE)
    assert all(f"`{fact}`" in row for fact in PROBLEMS[key])


def test_a_problem_without_its_facts_is_a_slip_of_ours() -> None:
    with pytest.raises(TypeError, match=r"id.twice carries \['id'\]"):
        Notes(Limits()).error("id.twice", "sheet", 1, id="a")


def test_errors_come_first_then_sheets_in_their_order_then_rows() -> None:
    notes = Notes(Limits())
    notes.warn("file.macros", "b", 9)
    notes.warn("file.macros", "b", 2)
    notes.error("file.password", "a", 5)
    assert [(problem.sheet, problem.row) for problem in notes.problems()] == [("a", 5), ("b", 2), ("b", 9)]
