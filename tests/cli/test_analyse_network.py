"""shutaf analyse network on plain files: verbatim groups, documented keys, and nothing said that the map does not allow."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")
BODIES = "id,name,sector,crew,replied\n1,Hall,town,x,yes\n2,Bakery,firm,y,yes\n3,Bank,club,y,no\n4,Sports,club,,yes\n"
TIES = "source,target,heavy\n1,2,7\n2,3,1\n3,4,2\n4,1,0.5\n"


@pytest.fixture
def files(folder: Path) -> Path:
    (folder / "bodies.csv").write_text(BODIES, encoding="utf-8")
    (folder / "ties.csv").write_text(TIES, encoding="utf-8")
    return folder


def numbers(shutaf: Call, *words: str) -> dict[str, Any]:
    answer = shutaf("analyse", "network", "bodies.csv", "ties.csv", "--json", "--lang", "en", *words)
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_roles_of_a_ring_are_those_counted_by_hand(shutaf: Call, files: Path) -> None:
    found = numbers(shutaf, "--directed", "--basis", "surveyed")
    roles = {body["name"]: [role for role in ROLES for _ in range(int(body[role]))] for body in found["bodies"]}
    assert roles == {"Hall": ["liaison"], "Bakery": ["liaison"], "Bank": ["gatekeeper"], "Sports": ["representative"]}
    assert found["brokerage"]["total"] == 4
    assert (found["n"], found["m"], found["density"], found["scope"]) == (4, 4, pytest.approx(1 / 3), "ranked")


def test_groups_are_taken_as_written(shutaf: Call, files: Path) -> None:
    assert numbers(shutaf)["groups"] == {"town": 1, "firm": 1, "club": 2}
    found = numbers(shutaf, "--group-by", "crew")
    assert (found["groups"], found["without_group"]) == ({"x": 1, "y": 2}, 1)
    assert [body["group"] for body in found["bodies"]] == ["x", "y", "y", None]


def test_ids_stand_as_written(shutaf: Call, files: Path) -> None:
    assert [body["id"] for body in numbers(shutaf)["bodies"]] == ["1", "2", "3", "4"]
    (files / "bodies.csv").write_text("id,sector\n1,a\n2,a\n3,b\n4,b\n", encoding="utf-8")
    assert [body["id"] for body in numbers(shutaf)["bodies"]] == ["1", "2", "3", "4"]


def test_a_reported_map_ranks_nobody(shutaf: Call, files: Path) -> None:
    found = numbers(shutaf)
    assert found["scope"] == "named"
    assert {body[key] for body in found["bodies"] for key in ("betweenness", "constraint", "closeness", "effective_size")} == {None}
    assert "constraint" in found["withheld"]
    said = shutaf("analyse", "network", "bodies.csv", "ties.csv", "--lang", "en").out
    assert "does not mean “no tie”" in said
    assert "Constraint" not in said


def test_too_few_answers_say_nothing_of_single_bodies(shutaf: Call, files: Path) -> None:
    found = numbers(shutaf, "--basis", "surveyed", "--directed", "--answered", "replied=yes")
    assert (found["response_rate"], found["scope"]) == (0.75, "network")
    assert {body["liaison"] for body in found["bodies"]} == {None}
    assert [body["in_degree"] for body in found["bodies"]] == [1, 1, 1, 1]
    assert [body["answered"] for body in found["bodies"]] == [True, True, False, True]


def test_weights_change_constraint_only_when_asked(shutaf: Call, files: Path) -> None:
    plain, weighted = (numbers(shutaf, "--basis", "surveyed", *more)["bodies"][0]["constraint"] for more in ((), ("--weight", "heavy")))
    assert plain == pytest.approx(0.5)
    assert weighted == pytest.approx((7 / 7.5) ** 2 + (0.5 / 7.5) ** 2)


@pytest.mark.parametrize(
    ("words", "named"),
    [(("--group-by", "colour"), "crew"), (("--answered", "replied=maybe"), "replied"), (("--weight", "size"), "size")],
)
def test_a_column_that_is_not_there_is_told(shutaf: Call, files: Path, words: tuple[str, ...], named: str) -> None:
    answer = shutaf("analyse", "network", "bodies.csv", "ties.csv", "--lang", "en", *words)
    assert answer.code == 2
    assert named in answer.err
    assert answer.out == ""


def test_own_ties_are_left_out_beside(shutaf: Call, town: Path) -> None:
    found = json.loads(shutaf("analyse", "network", "map.xlsx", "--json").out)
    assert found["without_own"]["m"] < found["m"]
    own = [body for body in found["bodies"] if body["is_own"]]
    assert own
    assert all(body["without_own"]["brokerage"] == 0 for body in own)


def test_a_tie_told_mutual_stays_mutual_where_others_have_a_direction(shutaf: Call, files: Path) -> None:
    (files / "ties.csv").write_text("from,to,direction\n1,2,mutual\n2,3,\n", encoding="utf-8")
    assert numbers(shutaf, "--directed")["m"] == 3


def test_no_bodies_or_ties_are_no_failure(shutaf: Call, files: Path) -> None:
    (files / "ties.csv").write_text("from,to\n", encoding="utf-8")
    found = numbers(shutaf, "--basis", "surveyed")
    assert (found["m"], found["density"], found["ei"]) == (0, 0.0, None)
    assert shutaf("analyse", "network", "bodies.csv", "ties.csv", "--basis", "surveyed", "--lang", "he").code == 0


def test_missing_answers_leave_a_range_where_enough_of_a_group_answered(shutaf: Call, files: Path) -> None:
    rows = [f"{i},a,{'no' if i == 8 else 'yes'}" for i in range(1, 9)]
    (files / "bodies.csv").write_text("id,sector,replied\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (files / "ties.csv").write_text("from,to\n1,2\n2,3\n3,8\n4,1\n5,6\n", encoding="utf-8")
    words = ("--basis", "surveyed", "--directed", "--answered", "replied=yes")
    found = numbers(shutaf, *words)
    low, high = found["sensitivity"]["density"]
    assert (found["showing"], found["available_case"]["density"]) == ("all", pytest.approx(5 / 49))
    assert found["density"] <= low < high
    assert "no confidence interval" in shutaf("analyse", "network", "bodies.csv", "ties.csv", "--lang", "en", *words).out


def test_no_range_is_told_where_too_few_of_a_group_answered(shutaf: Call, files: Path) -> None:
    words = ("--basis", "surveyed", "--directed", "--answered", "replied=yes")
    assert numbers(shutaf, *words)["sensitivity"] is None
    assert "fewer than five answered" in shutaf("analyse", "network", "bodies.csv", "ties.csv", "--lang", "en", *words).out
