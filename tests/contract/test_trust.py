"""Does each promise of docs/explain/trust.md name a proof that exists, and figures?"""

from __future__ import annotations

import ast
import re

import pytest
from source import ROOT, page

from shutaf.cli.commands import COMMANDS

PROVES = re.compile(r"`([^`]+)`")


def rows() -> list[list[str]]:
    lines = [line for line in page("explain/trust.md").splitlines() if line.startswith("|")]
    assert lines[0] == "| Promise | How it is tried | Proof | Last figures |"
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def exists(proof: str) -> bool:
    """A script of dev/, a command of shutaf, a test file, or one test of it."""
    first, *more = proof.split()
    if first == "shutaf":
        return more[0] in {command.NAME for command in COMMANDS}
    file, _, name = first.partition("::")
    if not (ROOT / file).is_file():
        return False
    tests = (
        {node.name for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)}
        if name
        else set()
    )
    return not name or name in tests


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:60])
def test_each_promise_names_a_proof_that_exists_and_its_figures(row: list[str]) -> None:
    promise, tried, proof, figures = row
    assert promise
    assert tried
    assert re.search(r"\w", figures)
    named = PROVES.findall(proof)
    assert named
    assert [one for one in named if not exists(one)] == []


def test_a_proof_that_is_gone_is_noticed() -> None:
    assert not exists("tests/service/test_nothing.py")
    assert not exists("tests/service/test_kill.py::test_nothing")
    assert not exists("shutaf nothing")
    assert exists("dev/stress tests/service")
