"""How fast are the five best of 100,000 bodies found for each of 1,000 needs, beside a tag table in SQL and beside one plain pass over masks?

dev/bench matching                           1,000 needs x 100,000 bodies
python bench/matching.py 10000 1000000       other sizes

Every line is a process of its own: median seconds of 5 runs for all needs (one run above 10^9 pairs), and the largest memory of the process,
which holds the drawn register too. SQL is asked for 40 needs and a mask pass made for at most 1,000, and both are scaled up to all needs.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
from inputs.register import drawn_register
from meters.process import measured

from shutaf.analysis.matching import Resources, best_matches, members

RUNS, BEST, SQL_NEEDS, PASSES, MANY_PAIRS = 5, 5, 40, 1_000, 1_000_000_000
WAYS = {
    "register": "the drawn register alone",
    "ours": "ours: five best, as judged pair by pair",
    "found": "one mask pass a need: rows with a common bit",
    "counted": "one mask pass a need: only counted",
    "tags": "SQL tag table of kinds, themes, places, quarters: five with most in common",
    "few": "SQL tag table of kinds and themes: five with most in common",
    "same": "SQL tag table and columns: the same five as ours",
}

MOST_TAGS = "SELECT offer FROM tag WHERE tag IN ({tags}) GROUP BY offer ORDER BY count(*) DESC, offer LIMIT 5"
SAME_AS_OURS = """
SELECT o.id FROM tag k JOIN offer o ON o.id = k.offer
WHERE k.tag = :kind AND o.body <> :body
  AND (o.first IS NULL OR :last IS NULL OR o.first <= :last) AND (o.last IS NULL OR :first IS NULL OR o.last >= :first)
  AND (o.amount IS NULL OR :amount IS NULL OR o.unit <> :unit OR o.amount >= 0.5 * :amount)
  AND (:untold OR NOT o.told OR EXISTS (SELECT 1 FROM tag t WHERE t.tag IN ({themes}) AND t.offer = o.id))
ORDER BY round(0.25 * CASE WHEN :untold OR NOT o.told THEN 0.5 ELSE 1 END
  + 0.4 * CASE WHEN o.amount IS NULL OR :amount IS NULL OR o.unit <> :unit THEN 0.5 ELSE min(1, o.amount / :amount) END
  + 0.2 * CASE WHEN o.first IS NULL OR o.last IS NULL OR :first IS NULL OR :last IS NULL THEN 0.5 ELSE 1 END
  + 0.1 * CASE WHEN o.place = :place THEN 1 ELSE 0.5 END + 0.025, 9) DESC, o.id LIMIT 5
"""


def main(needs: int, bodies: int) -> None:
    rows = {}
    for way in WAYS:
        run = measured([sys.executable, __file__, "--one", way, str(needs), str(bodies)])
        rows[way] = (*json.loads(run.out), run.peak_mb)
    ours = rows["ours"][0]
    print(f"{needs:,} needs x {bodies:,} bodies\n\n| way | seconds | by ours | peak MB |\n|---|---|---|---|")
    for way, (seconds, _, peak) in rows.items():
        print(f"| {WAYS[way]} | {f'{seconds:.3f} | {seconds / ours:.2f} x' if seconds else '| '} | {peak:.0f} |")
    print(f"\nthe SQL gives the same five for {rows['same'][1]} of {SQL_NEEDS} needs")


def one(way: str, needs: int, bodies: int) -> None:
    wanted, given = drawn_register(needs, bodies=bodies, seed=3), drawn_register(bodies, bodies=bodies, seed=4)
    tags = given.kinds[:, 0] << np.uint64(16) | given.themes[:, 0]
    asked = wanted.kinds[:, 0] << np.uint64(16) | wanted.themes[:, 0]
    runs, scale = RUNS if needs * bodies <= MANY_PAIRS else 1, max(1.0, needs / PASSES)
    ways: dict[str, tuple[Callable[[], object], float]] = {
        "ours": (lambda: best_matches(wanted, given, BEST), 1.0),
        "found": (lambda: [np.flatnonzero(tags & need) for need in asked[:PASSES]], scale),
        "counted": (lambda: [np.count_nonzero(tags & need) for need in asked[:PASSES]], scale),
    }
    if way == "register":
        print("[0, 0]")
    elif way in ways:
        work, times = ways[way]
        print(json.dumps([median_seconds(work, runs) * times, 0]))
    else:
        print(json.dumps(in_sql(way, wanted, given, runs)))


def median_seconds(work: Callable[[], object], runs: int) -> float:
    def seconds() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return statistics.median(seconds() for _ in range(runs))


def in_sql(way: str, wanted: Resources, given: Resources, runs: int) -> tuple[float, int]:
    """(seconds for all needs, needs of the sample with the same five)."""
    base = filled(given, has_all=way == "tags")
    work = {"tags": most_tags, "few": most_few, "same": same_as_ours}[way]
    seconds = median_seconds(lambda: [work(base, wanted, i) for i in range(SQL_NEEDS)], runs) / SQL_NEEDS * wanted.n
    best = best_matches(wanted.take(np.arange(SQL_NEEDS)), given, BEST).offer.tolist()
    return seconds, sum(work(base, wanted, i) == [j for j in best[i] if j >= 0] for i in range(SQL_NEEDS))


def filled(given: Resources, *, has_all: bool) -> sqlite3.Connection:
    """Tags below 100 are kinds, from 100 themes, from 200 places, from 300 the quarters that a known period touches."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE offer (id INTEGER PRIMARY KEY, body, amount, unit, first, last, place, told)")
    base.execute("CREATE TABLE tag (tag INTEGER, offer INTEGER, PRIMARY KEY (tag, offer)) WITHOUT ROWID")
    columns = [known(column) for column in (given.body, given.amount, given.unit, given.first_day, given.last_day, given.places[:, 0])]
    base.executemany(
        "INSERT INTO offer VALUES (?, ?, ?, ?, ?, ?, ?, ?)", zip(range(given.n), *columns, (~given.no_themes).tolist(), strict=True)
    )
    base.executemany("INSERT INTO tag VALUES (?, ?)", ((tag, j) for j in range(given.n) for tag in tags_of(given, j, has_all)))
    base.execute("ANALYZE")
    return base


def known(column: np.ndarray) -> list[float | None]:
    return [None if value != value else value for value in column.tolist()]


def tags_of(side: Resources, row: int, has_all: bool) -> list[int]:
    tags = [*members(side.kinds, row), *(100 + theme for theme in members(side.themes, row))]
    if not has_all:
        return tags
    days = (side.first_day[row], side.last_day[row])
    quarters = range(int(days[0] // 91), int(days[1] // 91) + 1) if not side.is_open[row] else range(0)
    return [*tags, *(200 + place for place in members(side.places, row)), *(300 + quarter for quarter in quarters)]


def most_tags(base: sqlite3.Connection, wanted: Resources, i: int, has_all: bool = True) -> list[int]:
    tags = tags_of(wanted, i, has_all)
    return [row for (row,) in base.execute(MOST_TAGS.format(tags=",".join("?" * len(tags))), tags)]


def most_few(base: sqlite3.Connection, wanted: Resources, i: int) -> list[int]:
    return most_tags(base, wanted, i, has_all=False)


def same_as_ours(base: sqlite3.Connection, wanted: Resources, i: int) -> list[int]:
    kind, *themes = tags_of(wanted, i, has_all=False)
    amount, first, last = known(np.array([wanted.amount[i], wanted.first_day[i], wanted.last_day[i]]))
    asked = {
        "kind": kind,
        "body": int(wanted.body[i]),
        "unit": int(wanted.unit[i]),
        "place": int(wanted.places[i, 0]),
        "untold": not themes,
    }
    query = SAME_AS_OURS.format(themes=",".join(map(str, themes)) or "NULL")
    return [row for (row,) in base.execute(query, asked | {"amount": amount, "first": first, "last": last})]


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", way, needs, bodies]:
            one(way, int(needs), int(bodies))
        case [needs, bodies]:
            main(int(needs), int(bodies))
        case _:
            main(1_000, 100_000)
