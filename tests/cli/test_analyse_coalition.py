"""shutaf analyse coalition: from two tables to an answer, in four languages and three forms."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

NEEDS = "need,amount,unit\nhall,1,\nHours,100,hours\npermit,,\n"
OFFERS = """body,need,amount,unit,sector,cost,if_asked
Bank,hours,60,hours,business,2,
Club,hours,50,hours,civil society,1,
Club,hall,1,,,,
Dairy,hours,30,hours,business,1,
Town,permit,,,עירייה,1,
School,permit,,,public,,yes
"""
Shutaf = Callable[..., Any]


def asked(shutaf: Shutaf, folder: Path, *words: str, needs: str = NEEDS, offers: str = OFFERS) -> Any:
    (folder / "n.csv").write_text(needs, encoding="utf-8")
    (folder / "o.csv").write_text(offers, encoding="utf-8")
    return shutaf("analyse", "coalition", "n.csv", "o.csv", *words)


def numbers(shutaf: Shutaf, folder: Path, *words: str, **tables: str) -> dict[str, Any]:
    answer = asked(shutaf, folder, "--json", *words, **tables)
    assert (answer.code, answer.err) == (0, "")
    return json.loads(answer.out)  # type: ignore[no-any-return]


def test_members_cost_and_who_covers_what(shutaf: Shutaf, folder: Path) -> None:
    found = numbers(shutaf, folder)
    assert (found["status"], found["members"], found["cost"], found["bound"], found["gap"]) == ("proven", ["Bank", "Club", "Town"], 4, 4, 0)
    assert found["is_selection"] is False
    hall, hours, permit = found["covers"]
    assert hours == {
        "need": "Hours",
        "needed": 100,
        "unit": "hours",
        "givers": [{"body": "Bank", "amount": 60}, {"body": "Club", "amount": 50}],
        "given": 110,
        "spare": 10,
        "unsure": False,
        "only_giver": None,
    }
    assert (hall["only_giver"], permit["needed"], permit["only_giver"]) == ("Club", None, "Town")


def test_essential_alternatives_front_and_what_if(shutaf: Shutaf, folder: Path) -> None:
    more = OFFERS + "Fund,hours,100,hours,business,4,\nInn,hall,1,,business,0.5,\n"
    found = numbers(shutaf, folder, "--front", "size", "--without", "Bank", "--alternatives", "1", offers=more)
    bank = found["essential"][0]
    assert (bank["body"], bank["needs"], bank["can_do_without"], bank["price"]) == ("Bank", ["Hours"], True, 1.5)
    assert [one["members"] for one in found["alternatives"]] == [["Fund", "Inn", "Town"]]
    assert [one["size"] for one in found["front"]] == [3]
    assert found["front_is_whole"] is True
    assert (found["what_if"]["members"], found["what_if"]["joined"]) == (["Fund", "Inn", "Town"], ["Fund", "Inn"])
    assert found["what_if"]["price"] == 1.5


def test_nobody_offers_and_who_could_if_asked(shutaf: Shutaf, folder: Path) -> None:
    found = numbers(shutaf, folder, "--must-not", "Town")
    assert (found["status"], found["members"], found["cost"]) == ("infeasible", [], None)
    (reason,) = found["infeasible"]
    assert (reason["key"], reason["need"], reason["if_asked"], reason["not_counted_on"]) == (
        "nobody_offers",
        "permit",
        ["School"],
        ["Town"],
    )
    said = asked(shutaf, folder, "--must-not", "Town", "--lang", "en").out
    assert "Nobody offers permit." in said
    assert "Could, if asked: School." in said


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("--max-size", "2"), "max_size"),
        (("--conflict", "Bank=Club"), "conflict"),
        (("--sector-ceiling", "business=0"), "sector_ceiling"),
    ],
)
def test_condition_in_the_way_is_named(shutaf: Shutaf, folder: Path, words: tuple[str, ...], kind: str) -> None:
    (reason,) = numbers(shutaf, folder, *words)["infeasible"]
    assert reason["key"] == "rules_collide"
    assert kind in [rule["kind"] for rule in reason["enough"]]


def test_sectors_verbatim_wishes_and_musts(shutaf: Shutaf, folder: Path) -> None:
    found = numbers(shutaf, folder, "--sector-floor", "עירייה=1", "--wish", "business=2:0.5", "--must", "School")
    assert found["members"] == ["Bank", "Club", "School", "Town"]
    assert found["wishes"] == [{"sector": "business", "at_least": 2, "price": 0.5, "unmet": 1, "paid": 0.5, "would_cost": 1}]
    assert found["without_offer"] == ["School"]
    few = numbers(shutaf, folder, "--sector-floor", "academia=1")["infeasible"]
    assert few == [{"key": "sector_has_too_few", "sector": "academia", "at_least": 1, "known": 0}]


def test_trust_and_pairs_come_from_their_own_tables(shutaf: Shutaf, folder: Path) -> None:
    (folder / "t.csv").write_text("from,to,trust\nClub,Bank,4\nTown,Bank,2\nBank,Bank,1\nBank,Club,1\n", encoding="utf-8")
    (folder / "p.csv").write_text("a,b,cost\nBank,Club,-0.25\n", encoding="utf-8")
    found = numbers(shutaf, folder, "--trust", "t.csv", "--pairs", "p.csv")
    assert found["trust"] == pytest.approx((3 + 1 + 2) / 3)  # Town: the mean of the known 3 and 1
    assert found["cost_parts"] == {"members": 4, "pairs": -0.25, "wishes": 0}


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
@pytest.mark.parametrize(
    "words", [("--front", "cost", "--with", "Dairy", "--wish", "business=2:1"), ("--max-size", "1"), ("--must-not", "Town")]
)
def test_every_language_says_it(shutaf: Shutaf, folder: Path, language: str, words: tuple[str, ...]) -> None:
    answer = asked(shutaf, folder, *words, "--lang", language)
    assert (answer.code, answer.err) == (0, "")
    assert len(answer.out.splitlines()) > 3
    page = asked(shutaf, folder, *words, "--lang", language, "--html", "page.html", "--force")
    assert page.code == 0
    assert f'lang="{language}"' in (folder / "page.html").read_text("utf-8")


def test_says_that_it_is_no_selection(shutaf: Shutaf, folder: Path) -> None:
    assert "A preparation for an open invitation, not a selection." in asked(shutaf, folder, "--lang", "en").out


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"needs": "what,amount\nhall,1\n"}, "no column “need”"),
        ({"needs": "need,amount\n,1\n"}, "names no need"),
        ({"needs": "need,amount,unit\nhall,1,m2\nhall,1,rooms\n"}, "another row of the same need"),
        ({"needs": "need,amount\nhall,-1\n"}, "-1"),
        ({"offers": "who,need\nBank,hall\n"}, "no column “body”"),
        ({"offers": "body,need,cost\nBank,hall,1\nBank,hours,2\n"}, "in an earlier row"),
        ({"offers": "body,need,cost\nBank,hall,cheap\n"}, "cheap"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(shutaf: Shutaf, folder: Path, tables: dict[str, str], said: str) -> None:
    answer = asked(shutaf, folder, "--lang", "en", **tables)
    assert answer.code == 1
    assert said in answer.err


def test_other_unit_is_warned_of_and_may_cover(shutaf: Shutaf, folder: Path) -> None:
    answer = asked(
        shutaf,
        folder,
        "--lang",
        "en",
        "--json",
        needs="need,amount,unit\nhours,10,hours\n",
        offers="body,need,amount,unit\nA,hours,3,days\n",
    )
    assert "may cover" in answer.err
    assert json.loads(answer.out)["covers"][0]["unsure"] is True


@pytest.mark.parametrize(
    "words",
    [
        ("--must", "Nobody"),
        ("--conflict", "Bank=Nobody"),
        ("--sector-floor", "business"),
        ("--wish", "a=1"),
        ("--seconds", "0"),
        ("--front", "x"),
    ],
)
def test_wrong_call_is_refused(shutaf: Shutaf, folder: Path, words: tuple[str, ...]) -> None:
    answer = asked(shutaf, folder, *words)
    assert answer.code == 2
    assert answer.err


def test_nothing_but_the_answer_is_printed(folder: Path) -> None:
    (folder / "needs.csv").write_text("need,amount,unit\nhours,100,hours\n", encoding="utf-8")
    (folder / "offers.csv").write_text("body,need,amount,unit,sector,cost\nA,hours,,hours,x,1\nB,hours,100,hours,y,1\n", encoding="utf-8")
    words = ["analyse", "coalition", "needs.csv", "offers.csv", "--must", "A", "--must", "B", "--conflict", "A=B", "--json"]
    done = subprocess.run([sys.executable, "-m", "shutaf", *words], capture_output=True, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)["infeasible"]
