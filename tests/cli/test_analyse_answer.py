"""The three forms an analysis leaves in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from shutaf.cli.analyse.answer import said, without_nan
from shutaf.reports.document import Cell, Heading, Items, Table, line


def test_numbers_json_cannot_say_become_null() -> None:
    given = {"a": np.array([1.5, np.nan]), "b": np.float64("inf"), "c": (np.int32(2), None, "x"), 1: True}
    assert json.loads(json.dumps(without_nan(given))) == {"a": [1.5, None], "b": None, "c": [2, None, "x"], "1": True}


def test_a_table_is_said_with_question_marks_for_the_unknown() -> None:
    block = Table(line("Title"), (line("Name"), line("n")), ((Cell(line("A")), Cell((), unknown=True)),))
    assert list(said(block)) == ["Title", "Name  n\nA     ?"]


def test_headings_and_lists_are_said() -> None:
    assert list(said(Heading(2, line("Groups")))) == ["Groups"]
    assert list(said(Items((line("a"), line("b")), ordered=True))) == ["1. a", "2. b"]


def test_a_page_is_written_once_and_not_over_another(shutaf: Callable[..., Any], town: Path) -> None:
    assert shutaf("analyse", "network", "map.xlsx", "--html", "page.html", "--lang", "en").code == 0
    assert "<!doctype html>" in (town.parent / "page.html").read_text("utf-8")
    again = shutaf("analyse", "network", "map.xlsx", "--html", "page.html", "--lang", "en")
    assert again.code == 2
    assert "page.html" in again.err
