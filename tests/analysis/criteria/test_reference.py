"""Does every example of the reference page run?"""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs/reference/criteria.md"


def test_examples_of_the_page_run() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted > 35
    assert result.failed == 0


def test_every_public_name_of_the_room_has_its_heading() -> None:
    import shutaf.analysis.criteria as room

    text = PAGE.read_text(encoding="utf-8")
    functions = [name for name in room.__all__ if name not in ("RANDOM_INDEX", "PreferenceFunction", "Decision", "DecisionTable")]
    assert [name for name in functions if f"\n## {name}\n" not in text] == []


def test_every_heading_of_a_function_says_what_it_tells_what_it_does_not_and_how_to_act() -> None:
    import shutaf.analysis.criteria as room

    parts = {part.split("\n", 1)[0]: part for part in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]}
    silent = [
        name
        for name in ("rank_initiatives", *room.__all__)
        if name in parts and not all(f"**{words}.**" in parts[name] for words in ("What it tells you", "What it does not", "How to act"))
    ]
    assert silent == []
