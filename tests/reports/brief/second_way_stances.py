"""Who wants what, counted a second time: plain loops on the CSV files, in which each body speaks once of an objective."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from example_files import Row, rows, works_at
from second_way_map import About, Answer, count


@cache
def levels() -> dict[tuple[str, str], float]:
    """Of each body and objective."""
    return {(row["body"], row["objective"]): float(row["stance_-4_4"]) for row in rows("stances")}


def speakers() -> set[str]:
    return {row["body"] for row in rows("stances")}


def on(objective: str) -> list[Row]:
    return [row for row in rows("stances") if row["objective"] == objective]


def sided(sign: int) -> Callable[[About], Answer]:
    """Bodies on one side of an objective, of those who spoke of it."""
    return lambda about: count((row for row in on(about[0]) if sign * float(row["stance_-4_4"]) > 0), float(len(on(about[0]))))


def shared(one: str, other: str, sign: int) -> list[str]:
    """Objectives on which two agree (1) or differ (-1)."""
    mine = {objective: level for (body, objective), level in levels().items() if body == one}
    return [objective for objective, level in mine.items() if sign * level * levels().get((other, objective), 0.0) > 0]


def own(about: About) -> Answer:
    """Rows in which the body speaks for itself: of an objective, or of what a pair agrees or differs on."""
    if about[0] == "stances":
        spoken = on(about[1])
    else:
        both = {*shared(*about, 1), *shared(*about, -1)}
        spoken = [row for row in rows("stances") if row["body"] in about and row["objective"] in both]
    return count((row for row in spoken if works_at(row["said_by"]) == row["body"]), float(len(spoken)))


def unknown(about: About) -> Answer:
    cells = len(speakers()) * len({row["objective"] for row in rows("stances")})
    return float(cells - len(levels())), float(cells)


def reached(about: About) -> Answer:
    """Others who spoke, on whom this one can act."""
    acted = {row["to"] for row in rows("influence") if row["from"] == about[0] and float(row["level_0_4"]) > 0}
    return count(acted & speakers(), float(len(speakers()) - 1))


STANCES: dict[str, Callable[[About], Answer]] = {
    "bodies_wanting": sided(1),
    "bodies_refusing": sided(-1),
    "stances_own": own,
    "stances_unknown": unknown,
    "objectives_same": lambda about: (float(len(shared(*about, 1))), None),
    "objectives_apart": lambda about: (float(len(shared(*about, -1))), None),
    "influence_level": lambda about: (float(next(r["level_0_4"] for r in rows("influence") if (r["from"], r["to"]) == about)), None),
    "bodies_reached": reached,
}
