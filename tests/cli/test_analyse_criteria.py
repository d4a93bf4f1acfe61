"""shutaf analyse criteria: the published examples through the command, and what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ORACLES = Path(__file__).parents[1] / "oracles"
LANGUAGES = ("he", "ar", "en", "de")
SMALL = ",months,sectors,chance\n#better,less,more,\n#floor,,,0.7\nCafe,3,2,0.8\nGreen,24,4,0.4\nVans,8,3,0.75\nFood,5,,\n"
Shutaf = Callable[..., Any]


def oracle(name: str) -> dict[str, Any]:
    return json.loads((ORACLES / f"{name}.json").read_text("utf-8"))  # type: ignore[no-any-return]


def rows(*lines: list[object]) -> str:
    return "\n".join(",".join(map(str, line)) for line in lines) + "\n"


def numbers(shutaf: Shutaf, folder: Path, text: str, *words: str) -> dict[str, Any]:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    answer = shutaf("analyse", "criteria", "t.csv", "--json", *words)
    assert (answer.code, answer.err) == (0, "")
    return json.loads(answer.out)  # type: ignore[no-any-return]


def test_fighter_aircraft_through_both_methods(shutaf: Shutaf, folder: Path) -> None:
    known = oracle("topsis_saw_fighter")
    names = [f"c{j}" for j in range(6)]
    better = ["more" if sign > 0 else "less" for sign in known["better"]]
    table = rows(
        ["", *names], ["#weight", *known["weights"]], ["#better", *better], *([f"A{i + 1}", *row] for i, row in enumerate(known["values"]))
    )
    near = numbers(shutaf, folder, table, "--method", "topsis")
    assert [one["closeness"] for one in near["candidates"]] == pytest.approx(known["closeness"], abs=0.001)
    assert (near["first"], near["ranking"]) == ("A1", ["A1", "A3", "A4", "A2"])
    summed = numbers(shutaf, folder, table, "--method", "weighted_sum")
    assert [one["weighted_sum"] for one in summed["candidates"]] == pytest.approx(known["weighted_sum"], abs=0.002)
    assert (summed["first"], summed["methods"]["topsis"]["first"]) == ("A3", "A1")


def test_power_plants_through_promethee(shutaf: Shutaf, folder: Path) -> None:
    known = oracle("promethee_power_plant")
    functions = known["functions"]
    table = rows(
        ["site", *(f"c{j}" for j in range(6))],
        ["#better", *("more" if sign > 0 else "less" for sign in known["better"])],
        ["#function", *(one["shape"] for one in functions)],
        *([f"#{key}", *(one.get(key, "") for one in functions)] for key in ("q", "p", "s")),
        *([name, *row] for name, row in zip(known["candidates"], known["values"], strict=True)),
    )
    found = numbers(shutaf, folder, table)
    assert found["ranking"] == known["order"]
    flows = {one["name"]: one for one in found["candidates"]}
    assert flows["Austria"]["net_flow_sum"] == pytest.approx(1.464, abs=0.001)
    assert flows["Austria"]["net_flow_n_minus_1"] == pytest.approx(flows["Austria"]["net_flow_sum"] / 5)
    assert flows["Austria"]["net_flow_mean"] == pytest.approx(flows["Austria"]["net_flow_sum"] / 6)
    assert sum(one["lead"] for one in found["criteria"]) == pytest.approx(flows["Austria"]["score"] - flows["Belgium"]["score"])
    assert sum(one["weight"] for one in found["criteria"]) == pytest.approx(1.0)


def test_saatys_house_through_ahp(shutaf: Shutaf, folder: Path) -> None:
    (house,) = [case for case in oracle("ahp_examples")["cases"] if "house" in case["name"]]
    table = rows(["", *house["labels"]], *([name, *row] for name, row in zip(house["labels"], house["matrix"], strict=True)))
    found = numbers(shutaf, folder, table, "--method", "ahp")
    assert list(found["weights"].values()) == pytest.approx(house["published"]["priorities"], abs=0.0006)
    assert (found["lambda_max"], found["cr"]) == pytest.approx((house["published"]["lambda_max"], house["published"]["CR"]), abs=0.001)
    assert (found["random_index_table"], found["is_consistent"], found["first"]) == ("1980", False, "financing")
    assert (found["worst"]["row"], found["worst"]["column"]) == ("neighbourhood", "condition")
    newer = numbers(shutaf, folder, table, "--method", "ahp", "--random-index", "2005")
    assert newer["cr"] == pytest.approx(found["ci"] / 1.40)


def test_several_people_are_joined(shutaf: Shutaf, folder: Path) -> None:
    (folder / "one.csv").write_text(",a,b\na,1,2\nb,,1\n", encoding="utf-8")
    (folder / "two.csv").write_text(",b,a\nb,1,1/8\na,,1\n", encoding="utf-8")
    answer = shutaf("analyse", "criteria", "one.csv", "two.csv", "--method", "ahp", "--json")
    found = json.loads(answer.out)
    assert found["weights"] == pytest.approx({"a": 0.8, "b": 0.2})
    assert (found["raters"], found["kendall_w"], found["weights_by_rater"][1]["a"]) == (2, 1.0, pytest.approx(8 / 9))


def test_smaa_shares_sum_to_one_among_those_that_reach_the_floor(shutaf: Shutaf, folder: Path) -> None:
    found = numbers(shutaf, folder, SMALL, "--method", "smaa", "--draws", "500")
    by_name = {one["name"]: one for one in found["candidates"]}
    assert by_name["Cafe"]["first_share"] + by_name["Vans"]["first_share"] == pytest.approx(1.0)
    assert (by_name["Green"]["reaches_floor"], by_name["Food"]["reaches_floor"]) == (False, None)
    assert by_name["Green"]["acceptability"] is None
    assert sum(by_name["Cafe"]["central_weights"].values()) == pytest.approx(1.0)
    assert found["ranking"][:2] == (["Cafe", "Vans"] if by_name["Cafe"]["first_share"] > 0.5 else ["Vans", "Cafe"])


def test_floor_opens_the_door_and_does_not_score(shutaf: Shutaf, folder: Path) -> None:
    low = numbers(shutaf, folder, SMALL)
    high = numbers(shutaf, folder, SMALL.replace("0.75", "1.0"))
    assert low == {**high, "candidates": low["candidates"]}
    assert [one["score"] for one in low["candidates"]] == [one["score"] for one in high["candidates"]]
    assert low["ranking"][-2:] == ["Food", "Green"]
    assert low["criteria"][2]["weight"] is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("method", ["promethee", "topsis", "weighted_sum", "smaa"])
def test_it_says_first_why_how_firm_and_what_would_change_it(shutaf: Shutaf, folder: Path, language: str, method: str) -> None:
    (folder / "t.csv").write_text(SMALL.replace("5,,", "5,1,"), encoding="utf-8")
    answer = shutaf("analyse", "criteria", "t.csv", "--method", method, "--lang", language, "--draws", "200")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.count("\n\n") >= 6
    assert "Cafe" in answer.out.splitlines()[0]
    assert "{" not in answer.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_judgements_are_said(shutaf: Shutaf, folder: Path, language: str) -> None:
    (folder / "j.csv").write_text(",a,b,c\na,1,3,1/4\nb,,1,5\nc,,,1\n", encoding="utf-8")
    answer = shutaf("analyse", "criteria", "j.csv", "--method", "ahp", "--lang", language)
    assert answer.code == 0
    assert "{" not in answer.out
    assert "1980" in answer.out


def test_page_holds_the_same(shutaf: Shutaf, folder: Path) -> None:
    (folder / "t.csv").write_text(SMALL, encoding="utf-8")
    assert shutaf("analyse", "criteria", "t.csv", "--html", "out.html", "--lang", "he").code == 0
    page = (folder / "out.html").read_text("utf-8")
    assert 'dir="rtl"' in page
    assert "Cafe" in page


def test_nobody_over_the_floor_is_said_and_not_hidden(shutaf: Shutaf, folder: Path) -> None:
    found = numbers(shutaf, folder, ",a,chance\n#floor,,0.9\nA,1,0.5\nB,2,\n")
    assert (found["first"], found["runner_up"], found["ranking"], found["methods"]) == (None, None, ["B", "A"], {})
    assert shutaf("analyse", "criteria", "t.csv", "--lang", "en").out.startswith("No candidate is known to reach every floor.")


@pytest.mark.parametrize("method", ["promethee", "topsis", "weighted_sum"])
def test_equal_candidates_are_said_to_be_equal(shutaf: Shutaf, folder: Path, method: str) -> None:
    (folder / "t.csv").write_text(",a,b\n#better,more,more\nCafe,3,2\nVans,3,2\nFood,1,1\n", encoding="utf-8")
    said = shutaf("analyse", "criteria", "t.csv", "--method", method, "--lang", "en").out
    assert "come out equal" in said
    assert "comes first" not in said


@pytest.mark.parametrize("method", ["promethee", "topsis", "weighted_sum", "smaa"])
def test_one_candidate_is_first_without_a_rival(shutaf: Shutaf, folder: Path, method: str) -> None:
    found = numbers(shutaf, folder, ",a,b\nonly,1,2\n", "--method", method)
    assert (found["first"], found["runner_up"]) == ("only", None)


def test_problems_are_told_at_their_cells_and_nothing_is_half_computed(shutaf: Shutaf, folder: Path) -> None:
    (folder / "t.csv").write_text(",a,b\nA,,2\nB,x,1\n", encoding="utf-8")
    answer = shutaf("analyse", "criteria", "t.csv", "--method", "topsis", "--lang", "en")
    assert (answer.code, answer.out) == (1, "")
    assert "row 2, column “a”" in answer.err
    assert "row 3, column “a”" in answer.err


def test_two_tables_are_for_ahp_alone(shutaf: Shutaf, folder: Path) -> None:
    answer = shutaf("analyse", "criteria", "a.csv", "b.csv", "--lang", "en")
    assert (answer.code, answer.out) == (2, "")
    assert "only ahp" in answer.err


def test_judges_of_different_things_are_told_which(shutaf: Callable[..., Any], folder: Path) -> None:
    (folder / "two.csv").write_text(",x,y\nx,1,2\ny,,1\n", encoding="utf-8")
    (folder / "three.csv").write_text(",x,y,z\nx,1,2,3\ny,,1,2\nz,,,1\n", encoding="utf-8")
    for files in (("two.csv", "three.csv"), ("three.csv", "two.csv")):
        answer = shutaf("analyse", "criteria", *files, "--method", "ahp", "--lang", "en")
        assert (answer.code, answer.out) == (1, "")
        assert "two.csv" in answer.err
        assert "There is no column “z”" in answer.err
