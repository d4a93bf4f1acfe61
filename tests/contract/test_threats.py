"""Has every threat that SECURITY.md names a test that exists, and every hostile test its threat?"""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import NamedTuple

import pytest
from source import ROOT, name_of, tree

ROW = re.compile(r"^\| (?P<who>[^|]+) \| (?P<what>[^|]+) \| (?P<how>[^|]+) \| (?P<tests>[^|]+) \|$", re.MULTILINE)
TEST = re.compile(r"`((?:tests|src)/[\w/]+\.py)(?:::(\w+))?`")


class Threat(NamedTuple):
    who: str
    what: str
    how: str
    tests: str


@cache
def threats() -> tuple[Threat, ...]:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    return tuple(Threat(*row) for row in ROW.findall(text) if row[0] not in ("Who", "---"))


@cache
def defined_in(name: str) -> frozenset[str]:
    path = ROOT / name
    return frozenset(node.name for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)) if path.is_file() else frozenset()


def test_the_table_of_threats_is_there() -> None:
    assert len(threats()) > 20
    assert all(all(cell.strip() for cell in threat) for threat in threats())


@pytest.mark.parametrize("threat", threats(), ids=lambda threat: threat.what[:60])
def test_every_threat_has_tests_that_exist(threat: Threat) -> None:
    named = TEST.findall(threat.tests)
    assert named, "which test tries it?"
    assert [f"{file}::{test}" for file, test in named if not defined_in(file) or (test and test not in defined_in(file))] == []


def test_no_row_is_told_twice() -> None:
    whats = [threat.what for threat in threats()]
    assert len(whats) == len(set(whats))


def test_every_hostile_test_stands_in_the_table() -> None:
    named = {file for threat in threats() for file, _test in TEST.findall(threat.tests)}
    hostile = {name_of(path) for path in (ROOT / "tests/hostile").glob("test_*.py")}
    assert sorted(hostile - named) == []
