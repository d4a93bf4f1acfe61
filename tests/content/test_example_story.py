"""Do the example's files hide what its story says they hide? Counted on the files alone, with plain loops and networkx."""

import csv
import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

import networkx as nx
import pytest

FOLDER = resources.files("shutaf.content") / "example"
MULTIPLE = re.compile(r"[|;]")
Row = dict[str, str]


@cache
def rows(sheet: str) -> tuple[Row, ...]:
    return tuple(csv.DictReader((FOLDER / f"{sheet}.csv").read_text("utf-8").splitlines()))


@cache
def fields(sheet: str) -> Row:
    return {row["field"]: row["value"] for row in rows(sheet)}


@cache
def claims() -> dict[str, dict[str, Any]]:
    return {claim["key"]: claim for claim in tomllib.loads((FOLDER / "story.toml").read_text("utf-8"))["claim"]}


def values(cell: str) -> list[str]:
    return [part.strip() for part in MULTIPLE.split(cell) if part.strip()]


def ids(*sheets: str) -> set[str]:
    return {row["id"] for sheet in sheets for row in rows(sheet)}


def bodies() -> set[str]:
    return ids("departments", "organisations")


def graph() -> "nx.Graph[str]":
    known: nx.Graph[str] = nx.Graph()
    known.add_nodes_from(bodies())
    known.add_edges_from((tie["from"], tie["to"], tie) for tie in rows("ties") if tie["status"] == "exists")
    return known


def tie_between(one: str, other: str) -> Row:
    (found,) = [tie for tie in rows("ties") if {tie["from"], tie["to"]} == {one, other}]
    return found


def resource(sheet: str, named: Row) -> Row:
    (found,) = [row for row in rows(sheet) if row["body"] == named["body"] and row["title"] == named["title"]]
    return found


def initiative(name: str) -> Row:
    (found,) = [row for row in rows("initiatives") if row["name"] == name]
    return found


def requirements(of: Row) -> list[tuple[str, float, str]]:
    """(kind, amount, unit) of each requirement; 0 and "" where no amount is stated."""
    found = []
    for part in values(of["requires"]):
        kind, _, amount = part.partition(":")
        number, _, unit = amount.partition(" ")
        found.append((kind, float(number or 0), unit))
    return found


def givers(kind: str, amount: float, unit: str) -> set[str]:
    """Bodies that offer the kind in the same unit and in one offer at least the amount."""
    return {o["body"] for o in rows("offers") if o["kind"] == kind and o["unit"] == unit and float(o["amount"] or 0) >= amount}


def test_claims_are_numbered_and_told_in_the_story() -> None:
    numbers = [claim["number"] for claim in claims().values()]
    told = [int(number) for number in re.findall(r"^(\d+)\. \*\*", (FOLDER / "STORY.md").read_text("utf-8"), re.MULTILINE)]
    assert numbers == told == list(range(1, len(told) + 1))


def test_claims_are_about_bodies_of_the_town_and_say_what_the_brief_must_find() -> None:
    assert all(set(claim["refs"]) <= bodies() and claim["must_find"] for claim in claims().values())


def test_the_one_academic_body_has_no_known_tie_and_misses_two_goals() -> None:
    claim = claims()["academia_missing"]
    (college,) = [row for row in rows("organisations") if row["sector"] == claim["sector"]]
    goals = values(fields("place")["goals"])
    assert graph().degree(college["id"]) == 0
    assert [goal for goal in goals if goal not in values(college["themes"])] == claim["goals_without"]
    assert tie_between(*claim["unknown_pair"])["status"] == "unknown"


def test_needs_for_measuring_the_two_goals_meet_no_offer() -> None:
    claim = claims()["academia_missing"]
    wanted = set(claim["goals_without"])
    about = {
        sheet: [r for r in rows(sheet) if r["kind"] == claim["unmet_kind"] and wanted & set(values(r["themes"]))]
        for sheet in ("needs", "offers")
    }
    assert len(about["needs"]) == 3
    assert not about["offers"]


def test_four_plants_fall_off_without_the_zone_and_one_person_holds_its_ties() -> None:
    claim = claims()["connector_leaves"]
    held = [tie for tie in rows("ties") if tie["status"] == "exists" and claim["body"] in (tie["from"], tie["to"])]
    assert len(held) == claim["ties_held"]
    assert {tie["holder"] for tie in held} == {claim["person"]}
    before = nx.node_connected_component(graph(), claim["body"])
    without = graph().subgraph(before - {claim["body"]})
    main = max(nx.connected_components(without), key=len)
    assert sorted(set(without) - main) == claim["cut_off"]


@pytest.mark.parametrize("key", ["connector_leaves", "one_clerk_tie"])
def test_posts_end_four_to_eight_months_after_the_map(key: str) -> None:
    claim = claims()[key]
    (person,) = [row for row in rows("people") if row["id"] == claim["person"]]
    year, month = (int(part) for part in claim["until"].split("-")[:2])
    seen_year, seen_month = (int(part) for part in fields("map")["as_of"].split("-")[:2])
    assert person["until"] == claim["until"]
    assert 4 <= (year - seen_year) * 12 + month - seen_month <= 8


def test_four_bodies_of_three_sectors_and_no_others_cover_the_quick_win() -> None:
    claim = claims()["quick_win"]
    covering = [givers(*required) for required in requirements(initiative(claim["first"]))]
    assert all(len(bodies_that_can) == 1 for bodies_that_can in covering)
    assert sorted(set().union(*covering)) == claim["coalition"]
    sector = {row["id"]: row["sector"] for row in rows("organisations")}
    assert len({sector.get(ref, "public") for ref in claim["coalition"]}) == 3


def test_shiny_project_draws_the_eye_and_fails_the_floor_and_the_cover() -> None:
    claim = claims()["quick_win"]
    first, shiny = initiative(claim["first"]), initiative(claim["shiny"])
    attention = next(key for key in shiny if key.startswith("criterion:") and "עניין" in key)
    assert max(rows("initiatives"), key=lambda row: float(row[attention])) == shiny
    assert float(shiny["chance_0_1"]) < claim["floor"] < float(first["chance_0_1"])
    assert not givers(*requirements(shiny)[0])


def test_quick_win_has_the_best_chance_and_the_earliest_result() -> None:
    first = initiative(claims()["quick_win"]["first"])
    stated = [row for row in rows("initiatives") if row["chance_0_1"]]
    assert max(stated, key=lambda row: float(row["chance_0_1"])) == first
    assert min(rows("initiatives"), key=lambda row: float(row["months_to_result"])) == first


def test_one_clerk_holds_the_only_municipal_tie() -> None:
    claim = claims()["one_clerk_tie"]
    department, plant = claim["tie"]
    assert tie_between(department, plant)["holder"] == claim["person"]
    assert [ref for ref in graph()[plant] if ref in ids("departments")] == [department]


def test_two_departments_share_merchants_and_know_of_no_tie() -> None:
    claim = claims()["departments_share_merchants"]
    one, other = claim["departments"]
    assert tie_between(one, other)["status"] == "none"
    assert sorted(nx.common_neighbors(graph(), one, other)) == claim["shared"]


def test_the_need_and_the_offer_fit_in_everything() -> None:
    claim = claims()["need_meets_offer"]
    need, offer = resource("needs", claim["need"]), resource("offers", claim["offer"])
    assert all(need[key] == offer[key] for key in ("kind", "themes", "unit", "where", "from"))
    assert float(offer["amount"]) >= float(need["amount"])
    assert offer["conditions"]


def test_near_miss_fits_in_everything_but_the_dates() -> None:
    claim = claims()["near_miss"]
    need, offer = resource("needs", claim["need"]), resource("offers", claim["offer"])
    assert all(need[key] == offer[key] for key in ("kind", "themes", "unit", "where"))
    assert float(offer["amount"]) >= float(need["amount"])
    assert (offer["until"], need["from"]) == ("2027-01-31", "2027-02-01")


def test_no_other_unknown_joins_as_many_bodies() -> None:
    claim = claims()["unknown_joins_parts"]
    part_of = {ref: frozenset(part) for part in nx.connected_components(graph()) for ref in part}
    brings = {}
    for tie in rows("ties"):
        parts = {part_of[tie["from"]], part_of[tie["to"]]}
        if tie["status"] == "unknown" and len(parts) == 2:
            brings[frozenset((tie["from"], tie["to"]))] = min(parts, key=len)
    best = max(brings, key=lambda pair: len(brings[pair]))
    assert best == frozenset(claim["unknown_pair"])
    assert sorted(brings[best]) == claim["part"]
    assert sum(len(part) == len(brings[best]) for part in brings.values()) == 1


def test_one_person_wears_two_hats() -> None:
    hats = [row for row in rows("people") if row["id"] in claims()["two_hats"]["people"]]
    assert len({row["name"] for row in hats}) == len({row["email"] for row in hats}) == 1
    assert sorted(row["body"] for row in hats) == sorted(claims()["two_hats"]["refs"])


def test_the_informant_comes_first_only_by_her_own_ties() -> None:
    claim = claims()["informant_bias"]
    own = [tie for tie in rows("ties") if tie["status"] == "exists" and claim["inflated"] in (tie["from"], tie["to"])]
    assert {tie["reported_by"] for tie in own} == {"p-dana-aviram"}
    known = graph()
    assert max(known.degree, key=lambda pair: pair[1])[0] == claim["inflated"]
    known.remove_edges_from([edge for edge in list(known.edges) if set(edge) & {"dept-economic", "dept-environment"}])
    assert max(known.degree, key=lambda pair: pair[1])[0] != claim["inflated"]
    assert sorted(values(fields("map")["informants"])) == claim["informants"]


def test_only_engineering_was_not_asked() -> None:
    asked = set(values(fields("map")["asked"]))
    assert ids("departments") - asked == {claims()["engineering_not_asked"]["department"]}
    assert asked < bodies()
    assert not asked & ids("organisations")
