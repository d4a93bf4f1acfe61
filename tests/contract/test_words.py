"""Has everything that the analysis can notice or count its words?"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from source import modules, tree

import world
from shutaf.analysis.preparation import Preparation, prepare
from shutaf.analysis.situation import Finding, Number, Situation
from shutaf.imports.example import EXAMPLE_TODAY, example_situation
from shutaf.imports.load import load
from shutaf.reports.brief import written
from shutaf.reports.wording.findings import FINDINGS, STEPS, SURE
from shutaf.reports.wording.formulas import FORMULAS


def written_in_code(name: str, place: int) -> set[str]:
    """The constant strings that the analysis passes to Finding, Number or Sure at a place."""
    return {
        argument.value
        for path in modules("analysis")
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == name
        for argument in call.args[place : place + 1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def test_every_key_in_the_code_has_its_words() -> None:
    assert sorted(written_in_code("Finding", 0) - FINDINGS.keys()) == []
    assert sorted(written_in_code("Finding", 4) - STEPS.keys()) == []
    assert sorted(written_in_code("Number", 0) - FORMULAS.keys()) == []


def findings(prepared: Preparation) -> Iterator[Finding]:
    yield from (*prepared.ties_found, *prepared.missing_found, *prepared.choice_found, *prepared.exchange_found, *prepared.stances_found)
    yield from prepared.change_findings


def numbers(facts: object) -> Iterator[Number]:
    """Every Number inside facts, however deep."""
    match facts:
        case Number():
            yield facts
        case dict():
            for value in facts.values():
                yield from numbers(value)
        case tuple() | list():
            for value in facts:
                yield from numbers(value)


def assert_all_have_words(prepared: Preparation) -> None:
    found = list(findings(prepared))
    assert found
    assert sorted({finding.key for finding in found} - FINDINGS.keys()) == []
    assert sorted({finding.step for finding in found if finding.step} - STEPS.keys()) == []
    assert sorted({finding.sure.cause for finding in found} - SURE.keys()) == []
    _document, speech = written(prepared, language="en", audience="driver")
    counted = {number.key for finding in found for number in numbers(dict(finding.facts))} | {
        number.key for _, number in speech.codes.numbers()
    }
    assert sorted(counted - FORMULAS.keys()) == []


@cache
def example() -> Situation:
    return example_situation()


@pytest.mark.slow
def test_all_that_the_example_town_yields_has_words() -> None:
    assert_all_have_words(prepare(example(), today=EXAMPLE_TODAY))


@pytest.mark.slow
def test_all_that_a_change_yields_has_words() -> None:
    assert_all_have_words(prepare(example(), today=EXAMPLE_TODAY, before=world.town()))
    assert_all_have_words(prepare(world.town(), today=world.TODAY, before=world.town(ties=(), people=(), bodies=world.BODIES[:6])))


@pytest.mark.parametrize("empty", ["ties", "needs", "offers", "initiatives", "stances", "people"])
def test_all_that_a_gap_yields_has_words(empty: str) -> None:
    assert_all_have_words(prepare(world.town(**{empty: ()}), today=world.TODAY))


@pytest.mark.slow
def test_all_that_the_city_projects_yield_has_words(shared_data: Path) -> None:
    networks = shared_data / "networks"
    situation = load(
        [networks / "city_projects_bodies.csv", networks / "city_projects_ties.csv"], sector_map={"research": "academia"}
    ).situation
    assert situation is not None
    assert_all_have_words(prepare(situation, today=EXAMPLE_TODAY))
