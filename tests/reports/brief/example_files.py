"""The example town read from its plain CSV files, with the csv module and nothing of ours: what the second way counts on."""

from __future__ import annotations

import calendar
import csv
import re
from datetime import date
from functools import cache
from importlib import resources
from itertools import combinations
from types import MappingProxyType

import networkx as nx

FOLDER = resources.files("shutaf.content") / "example"
UNITS = resources.files("shutaf.content") / "units.csv"
MULTIPLE = re.compile(r"[|;]")
Row = dict[str, str]


@cache
def rows(sheet: str) -> tuple[Row, ...]:
    return tuple(csv.DictReader((FOLDER / f"{sheet}.csv").read_text("utf-8").splitlines()))


@cache
def fields(sheet: str) -> MappingProxyType[str, str]:
    return MappingProxyType({row["field"]: row["value"] for row in rows(sheet)})


def values(cell: str) -> list[str]:
    return [part.strip() for part in MULTIPLE.split(cell) if part.strip()]


def keys(cell: str) -> list[str]:
    """The keys of a cell in which own words stand as "own word = key"."""
    return [part.rpartition("=")[2].strip() for part in values(cell)]


@cache
def departments() -> frozenset[str]:
    return frozenset(row["id"] for row in rows("departments"))


@cache
def organisations() -> frozenset[str]:
    return frozenset(row["id"] for row in rows("organisations"))


@cache
def bodies() -> frozenset[str]:
    return departments() | organisations()


@cache
def sectors() -> MappingProxyType[str, str]:
    """Of every body; a department is of the public sector."""
    return MappingProxyType({**{row["id"]: row["sector"] for row in rows("organisations")}, **dict.fromkeys(departments(), "public")})


def works_at(who: str) -> str:
    """The body that somebody is, or works at."""
    return next((row["body"] for row in rows("people") if row["id"] == who), who)


@cache
def inside() -> frozenset[str]:
    """The departments, the informants' bodies, and whoever reported a tie between two others: whose own ties the map knows too well."""
    reporters = {
        works_at(row["reported_by"])
        for row in rows("ties")
        if row["reported_by"] and works_at(row["reported_by"]) not in (row["from"], row["to"])
    }
    return departments() | ({works_at(who) for who in values(fields("map")["informants"])} | reporters) & bodies()


@cache
def outside() -> frozenset[str]:
    return bodies() - inside()


@cache
def asked() -> frozenset[str]:
    return frozenset(values(fields("map")["asked"])) | {works_at(who) for who in values(fields("map")["informants"])}


@cache
def graph(*, without_inside: bool = False) -> nx.Graph:
    """The known ties; each body is a node."""
    known = nx.Graph()
    known.add_nodes_from(outside() if without_inside else bodies())
    for row in rows("ties"):
        if row["status"] == "exists" and {row["from"], row["to"]} <= set(known):
            known.add_edge(row["from"], row["to"])
    return known


@cache
def said_pairs() -> frozenset[frozenset[str]]:
    """Pairs of which some row says yes or no."""
    return frozenset(frozenset((row["from"], row["to"])) for row in rows("ties") if row["status"] in ("exists", "none"))


@cache
def pairs_held() -> dict[str, set[frozenset[str]]]:
    """For each person, the pairs whose every named holder is this one."""
    named: dict[frozenset[str], set[str]] = {}
    for row in rows("ties"):
        if row["status"] == "exists" and row["holder"]:
            named.setdefault(frozenset((row["from"], row["to"])), set()).add(row["holder"])
    held: dict[str, set[frozenset[str]]] = {}
    for pair, who in named.items():
        if len(who) == 1:
            held.setdefault(min(who), set()).add(pair)
    return held


def nth(ref: str) -> Row:
    """The row that "need 3", "offer 12" or "initiative 2" names: the place in its sheet."""
    sheet, number = ref.rsplit(" ", 1)
    return rows(f"{sheet}s")[int(number) - 1]


@cache
def units() -> dict[str, tuple[str, float]]:
    """Dimension and factor of each unit."""
    return {row["key"]: (row["dimension"], float(row["factor"])) for row in csv.DictReader(UNITS.read_text("utf-8").splitlines())}


def measured(number: str, unit: str) -> tuple[str, float] | None:
    """An amount as dimension and value in its base unit; None where nobody said how much."""
    if not number:
        return None
    dimension, factor = units()[unit]
    return dimension, float(number) * factor


def share_of(wanted: tuple[str, float] | None, given: tuple[str, float] | None) -> float | None:
    """Which share of what is wanted is given; None where it cannot be told."""
    if wanted is None or given is None or wanted[0] != given[0]:
        return None
    return min(1.0, given[1] / wanted[1])


def day(text: str, *, last: bool) -> int | None:
    """The first or last day that a year, a month or a day can mean, as a number."""
    if not text:
        return None
    year, month, number = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    month = month or (12 if last else 1)
    number = number or (calendar.monthrange(year, month)[1] if last else 1)
    return date(year, month, number).toordinal()


def gap_days(need: Row, offer: Row) -> int:
    """Days between two periods, 0 where they meet or it cannot be told."""
    gaps = [0]
    for one, other in ((need, offer), (offer, need)):
        ends, starts = day(one["until"], last=True), day(other["from"], last=False)
        if ends is not None and starts is not None:
            gaps.append(starts - ends)
    return max(gaps)


def pairs_of(members: frozenset[str]) -> int:
    return sum(1 for _ in combinations(members, 2))
