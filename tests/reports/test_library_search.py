"""Does the library's search find what a driver means, among the first five?"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from shutaf import content
from shutaf.reports.library_search import entries, found

LIST = Path(__file__).parent.parent / "content" / "library_queries.csv"
QUERIES = list(csv.DictReader(LIST.read_text(encoding="utf-8").splitlines()))
FIRST, LEAST_RECALL = 5, 0.9


def recall(typed: str, wanted: list[str]) -> float:
    first = [hit.ref for hit, _entry in found(typed)[:FIRST]]
    return len(set(first) & set(wanted)) / min(FIRST, len(wanted))


def test_the_list_asks_in_four_languages_for_what_is_there() -> None:
    assert {language: sum(row["language"] == language for row in QUERIES) >= 10 for language in content.LANGUAGES} == dict.fromkeys(
        content.LANGUAGES, True
    )
    assert {ref for row in QUERIES for ref in row["found"].split("|")} <= set(entries())


def test_nine_of_ten_that_are_meant_are_among_the_first_five() -> None:
    reached: dict[str, list[float]] = defaultdict(list)
    missed = {}
    for row in QUERIES:
        reached[row["language"]].append(recall(row["typed"], row["found"].split("|")))
        if reached[row["language"]][-1] < 1:
            missed[row["typed"]] = [hit.ref for hit, _entry in found(row["typed"])[:FIRST]]
    every = [one for found_ones in reached.values() for one in found_ones]
    print({language: round(sum(of) / len(of), 3) for language, of in reached.items()}, missed)
    assert sum(every) / len(every) >= LEAST_RECALL, missed
    assert all(sum(of) / len(of) >= LEAST_RECALL - 0.1 for of in reached.values()), missed
