"""Is every step of the path whole, in four languages, and do its checks and cases exist?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from shutaf import content
from shutaf.analysis.path import ASKED
from shutaf.analysis.path.gate import OF_KIND
from shutaf.analysis.path.rules import RULES
from shutaf.content import tables

LANGUAGES = set(content.LANGUAGES)
FILES = ("gate.toml", "chooser.toml", *(f"steps/{step.key}.toml" for step in content.steps()))


def texts_within(node: Any) -> Iterator[dict[str, str]]:
    """Every table of languages in a document, however deep."""
    if isinstance(node, dict) and LANGUAGES & set(node):
        yield node
    else:
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            yield from texts_within(child)


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_there_in_the_letters_of_its_language(name: str) -> None:
    for text in texts_within(tables.document(name)):
        assert set(text) >= LANGUAGES, text
        assert re.search("[א-ת]", text["he"]), text
        assert re.search("[ء-ي]", text["ar"]), text
        assert not re.search("[א-ת]", text["ar"] + text["en"] + text["de"]), text
        assert not re.search("[A-Za-z]", text["he"] + text["ar"]), text


def test_eight_steps_are_the_models_and_four_are_ours() -> None:
    assert [step.is_ours for step in content.steps()] == [False] * 8 + [True] * 4


@pytest.mark.parametrize("step", content.steps(), ids=lambda step: step.key)
def test_checks_ask_for_fields_or_rules_that_exist(step: content.Step) -> None:
    fields = [field.key for field in step.fields]
    assert len(set(fields)) == len(fields)
    assert set(step.cases) <= {case.id for case in content.cases()}
    for check in step.checks:
        assert check.needs or check.rule, check.key
        assert set(check.needs) <= set(fields)
        assert not check.rule or check.rule in RULES


@pytest.mark.parametrize("step", content.steps(), ids=lambda step: step.key)
def test_every_step_has_a_task_and_a_relationship_side(step: content.Step) -> None:
    assert {check.side for check in step.checks} == {"task", "relationship"}
    assert step.who
    assert step.mistakes
    assert step.tools


def test_every_field_is_asked_for_by_a_check_or_kept_for_later() -> None:
    unasked = {
        (step.key, field.key) for step in content.steps() for field in step.fields if not any(field.key in c.needs for c in step.checks)
    }
    by_rule = {
        ("external_map", "gaps"),
        ("joint_thinking", "present"),
        ("first_initiative", "spoken_with"),
        ("external_map", "asked_directly"),
    }
    assert unasked == by_rule | {("first_initiative", "decided_on"), ("internal_map", "surprises")}


def test_the_gate_asks_what_the_advice_reads() -> None:
    assert tuple(one.key for one in content.gate_questions()) == (*ASKED, *OF_KIND)
    assert set(content.gate_verdicts()) == {"alone", "buy", "not_yet", "open", "yes"}
    assert set(content.gate_kinds()) == {"collaboration", "complementary", "unknown"}
