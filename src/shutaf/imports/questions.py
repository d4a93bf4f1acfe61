"""What must she be asked before her file can be taken as it is meant?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from shutaf.analysis.situation import SECTORS
from shutaf.analysis.text.fold import fold
from shutaf.imports.load import Loaded
from shutaf.imports.problem import Problem

MOST_QUESTIONS = 3
"""Ours: more is a form, not a question. What is not asked is told, and can be mended in its cell."""

Kind: TypeAlias = Literal["column", "sector"]
_COLUMNS = ("column.ambiguous", "column.missing")
_ENDS_OF_TIE = ("from", "to")


@dataclass(frozen=True, slots=True)
class Question:
    """One question whose answer load() takes.

    column: which of her headers, `options`, is our column `about` ("ties.from")? The answer goes to `mapping` as {about: header}.
    sector: which sector, `options` with the nearest first, does her word `about` mean? It goes to `sector_map` as {about: sector}.
    count: rows that the answer is about, 0 for all.
    """

    kind: Kind
    about: str
    options: tuple[str, ...]
    sheet: str = ""
    count: int = 0


def questions(loaded: Loaded) -> tuple[Question, ...]:
    """At most three: columns without which nothing can be read, then words for a sector, those of most rows first.

    A word that is not asked about is kept as written and counts as other; its problem tells so.
    """
    return tuple([*_columns(loaded), *_sector_words(loaded)][:MOST_QUESTIONS])


def _columns(loaded: Loaded) -> Iterator[Question]:
    for problem in loaded.errors:
        if problem.key in _COLUMNS:
            key = problem.facts["ours"] if problem.key == "column.ambiguous" else problem.facts["column_key"]
            yield Question("column", f"{problem.facts['sheet_key']}.{key}", tuple(problem.facts["headers"]), problem.sheet)
        elif problem.key == "pair.no_ties":
            for end in _ENDS_OF_TIE:
                yield Question("column", f"ties.{end}", tuple(problem.facts["headers"]), problem.sheet)


def _sector_words(loaded: Loaded) -> list[Question]:
    """One question a word, however many sheets have it."""
    met: dict[str, list[Problem]] = {}
    for problem in loaded.problems:
        if problem.key == "sector.unknown":
            met.setdefault(fold(problem.facts["text"]), []).append(problem)
    found = [_sector_question(problems) for problems in met.values()]
    return sorted(found, key=lambda question: -question.count)


def _sector_question(problems: list[Problem]) -> Question:
    first = problems[0]
    options = tuple(dict.fromkeys((*first.facts["likely"], *SECTORS)))
    return Question("sector", first.facts["text"], options, first.sheet, sum(problem.facts["count"] for problem in problems))
