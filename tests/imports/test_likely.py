"""Are the likely answers right, and does the reader take every one of them?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from shutaf import content
from shutaf.analysis.situation import SECTORS
from shutaf.imports.likely import Answer, likely_answers
from shutaf.imports.load import Loaded, load
from shutaf.imports.mend import Mend
from shutaf.imports.problem import Problem


def texts(key: str, standing: str = "", **facts: Any) -> list[str]:
    return [answer.text for answer in likely_answers(Problem(key, "error", facts=facts), standing=standing)]


def test_the_nearest_sectors_come_first_then_all_six_each_once() -> None:
    found = texts("sector.unknown", text="acadmia", likely=("academia",), count=1, rows=(2,))
    assert (found[0], sorted(found)) == ("academia", sorted(SECTORS))


@pytest.mark.parametrize(
    ("key", "facts", "expected"),
    [
        ("answer.tick", {"text": "x", "list": "answer"}, ["yes", "no", "unknown"]),
        ("answer.tick", {"text": "x", "list": "invite"}, ["yes", "no", "later", "unknown"]),
        ("choice.unknown", {"text": "existss", "list": "tie_status", "likely": ("exists",)}, ["exists", "none", "unknown"]),
        ("number.unreadable", {"text": "כ־300 איש"}, ["300", ""]),
        ("number.unreadable", {"text": "20-30"}, [""]),
        ("number.not_whole", {"text": "2.5"}, ["2", "3"]),
        ("number.outside", {"text": "12", "low": 1.0, "high": 10.0}, [""]),
        ("share.over_1", {"text": "70", "likely": 0.7}, ["70%", ""]),
        ("date.unreadable", {"text": "4/13/2026", "likely": "2026-04-13"}, ["2026-04-13", ""]),
        ("date.unreadable", {"text": "אפריל 2026", "likely": None}, ["2026", ""]),
        ("date.day_first", {"text": "3/4/2026", "read_as": "2026-04-03", "count": 1, "rows": (2,)}, ["2026-04-03", "2026-03-04"]),
        ("tie.unknown_body", {"name": "Bett", "works_at": "", "likely": ("Bet", "Beth"), "count": 1, "rows": (2,)}, ["Bet", "Beth"]),
        ("amount.two_readings", {"text": "1.200 m2", "thousand": "1200", "decimal": "1.2000"}, ["1200 m2", "1.2000 m2"]),
        ("cell.missing", {}, []),
    ],
)
def test_likely_answers(key: str, facts: dict[str, Any], expected: list[str]) -> None:
    assert texts(key, **facts) == expected


def test_an_answer_for_one_of_several_values_keeps_the_others() -> None:
    facts = {"text": "wste", "list": "theme", "likely": ("waste",), "count": 1, "rows": (2,)}
    assert texts("word.unknown", "water; wste; R\\|D", **facts)[0] == "water | waste | R\\|D"
    assert texts("word.unknown", "wste: 100 m2", **facts)[0] == "waste: 100 m2"
    assert texts("word.unknown", "wste", **facts)[0] == "waste"


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_words_are_written_in_the_language_asked_for(language: str) -> None:
    (first, *_) = likely_answers(Problem("sector.missing", "warning", facts={"count": 1, "rows": (2,)}), language=language)
    assert first == Answer(content.say("sector", "public", language), "sector", "public")


TIES = [
    ("from", "to", "status", "strength_1_5", "since"),
    ("a", "Bett", "exist!", "about 4", "4/13/2026"),
    ("b", "c", "x", "2", "April 2026"),
]
NEEDS = [
    ("body", "title", "kind", "amount", "unit", "visible_to"),
    ("a", "Room", "spce", "1.200", "m2", "us"),
    ("b", "Van", "space", "3 kg", "hours", ""),
]


def test_every_first_answer_takes_its_problem_away(read: Callable[..., Loaded], tmp_path: Path) -> None:
    loaded = read(ties=TIES, needs=NEEDS)
    answers = [(problem, likely_answers(problem, language="he")) for problem in loaded.problems]
    assert len(answers) >= 7
    assert all(found for _, found in answers)
    mends = [Mend(p.sheet, p.row or 0, p.column, found[0].text) for p, found in answers]
    assert load([tmp_path / "map.xlsx"], mends=mends).problems == ()
