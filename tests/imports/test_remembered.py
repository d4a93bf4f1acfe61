"""Does the same kind of sheet ask nothing the next time, and a changed one only what is new?"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from messy import MESSY, Messy
from shutaf.imports.load import Loaded, load
from shutaf.imports.questions import questions
from shutaf.imports.remembered import headers_of, nearest, recalled, remember, signature, unsettled_words

JANUARY = "Club called name,Owner's name,Sponsorship\nAlef,Dana,circus\nBet,Omar,public\n"
FEBRUARY = "Our clubs,,\nSponsorship,Owner's name,Club called name\ncircus,Dana,Alef\npublic,Ruth,Gimel\n"
MARCH = "Club called name,Town,Sponsorship,Owner's name,Phone\nAlef,Lod,zoo,Dana,04-555-0114\nBet,Lod,public,Omar,04-555-0115\n"


def answered(path: Path) -> dict[str, Any]:
    """The memory after every question about the file was answered with its first option, through JSON."""
    mapping: dict[str, str] = {}
    sectors: dict[str, str] = {}
    while asked := questions(loaded := load([path], mapping=mapping, sector_map=sectors)):
        for question in asked:
            (mapping if question.kind == "column" else sectors)[question.about] = question.options[0]
    found: dict[str, Any] = json.loads(json.dumps(remember(headers_of(loaded), mapping, sectors), ensure_ascii=False))
    return found


def again(path: Path, memory: dict[str, Any]) -> Loaded:
    """As a page does it: read once for the headers, again with the columns, again with the words that are unsettled."""
    first = load([path])
    mapping = recalled(memory, headers_of(first)).mapping
    second = load([path], mapping=mapping)
    return load([path], mapping=mapping, sector_map=recalled(memory, headers_of(first), unsettled_words(second)).sector_map)


def test_the_next_month_asks_nothing_and_warns_of_nothing_new(csv_file: Callable[..., Path]) -> None:
    memory = answered(csv_file(JANUARY))
    loaded = again(csv_file(FEBRUARY, "february.csv"), memory)
    assert questions(loaded) == ()
    assert loaded.situation is not None
    assert [(body.name, body.sector.key) for body in loaded.situation.bodies] == [("Alef", "public"), ("Gimel", "public")]
    assert "sector_map.no_such_word" not in [problem.key for problem in loaded.problems]


def test_changed_headers_use_what_still_fits_and_ask_the_rest(csv_file: Callable[..., Path]) -> None:
    memory = answered(csv_file(JANUARY))
    loaded = again(csv_file(MARCH, "march.csv"), memory)
    assert not recalled(memory, headers_of(loaded)).is_same
    assert loaded.errors == ()
    assert [(question.kind, question.about) for question in questions(loaded)] == [("sector", "zoo")]


@pytest.mark.parametrize("messy", MESSY, ids=lambda messy: messy.name)
def test_each_messy_sheet_asks_nothing_the_second_time(messy: Messy, tmp_path: Path) -> None:
    messy.write(tmp_path / messy.name)
    memory = answered(tmp_path / messy.name)
    assert questions(again(tmp_path / messy.name, memory)) == ()


def test_a_header_that_is_gone_is_not_mapped() -> None:
    memory = remember(["Firm", "Who"], {"name": "Firm", "people.name": "Who"}, {"circus": "business"})
    found = recalled(memory, ["FIRM *", "Town"], [])
    assert (dict(found.mapping), dict(found.sector_map), found.is_same) == ({"name": "FIRM *"}, {}, False)


def test_of_several_memories_the_nearest_is_taken_or_none() -> None:
    memories = [remember(headers, {}, {}) for headers in (["a", "b", "c"], ["a", "b", "d"], ["x"])]
    assert nearest(memories, ["d", "B", "a"]) is memories[1]
    assert nearest(memories, ["a", "b", "e"]) is memories[1]
    assert nearest(memories, ["y"]) is None
    assert nearest([], ["y"]) is None


@pytest.mark.parametrize(
    "memory",
    [{}, {"mapping": 3, "sectors": ["x"], "headers": "Firm"}, {"mapping": {"nam": "Firm", "name": 4}, "sectors": {"x": "circus", "y": None}, "headers": [None, 7]}],
)  # fmt: skip
def test_a_damaged_memory_is_passed_over(memory: dict[str, Any]) -> None:
    found = recalled(memory, ["Firm"])
    assert (found.mapping, found.sector_map, found.is_same) == ({}, {}, False)
    assert nearest([memory], ["Firm"]) is None


def test_signature_knows_the_headers_in_any_order() -> None:
    assert signature(["שם הארגון", 'דוא"ל']) == signature(["דוא״ל", "שם הארגון:"])
    assert signature(["a"]) != signature(["a", "b"])
