"""Is who wants what written down in one batch, by whom in which role, and can it be taken back?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.actors.stances.whom import whom_first
from shutaf.partnerships.queries import situation
from shutaf.relations.lines import stance_lines
from shutaf.relations.stance_actions import StanceAnswer, StanceChangedError, stances_save
from shutaf.stewardship.undo import undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

GOAL = "shade in every street"


def browser(user: object, language: str = "en") -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    client.cookies["shutaf_language"] = language
    return client


def told(town: Town, goal: str = GOAL) -> list[tuple[str, float, str]]:
    return [(s.body, s.level, s.said_by) for s in situation(town.owner).stances if s.objective == goal]


def send(town: Town, who: str = "dana", **fields: Any) -> Any:
    at = f"/w/{town.ref}/stances/goal/"
    return browser(getattr(town, who)).post(at, {"goal": GOAL, "said_by": "Dana, environment unit", **fields})


def test_answers_are_kept_with_who_said_them(town: Town) -> None:
    send(town, **{"s:hadar-bakery": "5", "s:fig-cafe": "1", "own:fig-cafe": "1", "s:hand-to-the-soil": "0"})
    assert told(town) == [("hadar-bakery", 4.0, "Dana, environment unit"), ("fig-cafe", -4.0, "fig-cafe")]


def test_a_batch_is_taken_back_whole(town: Town) -> None:
    deed = stances_save(
        town.owner, objective=GOAL, answers=[StanceAnswer("hadar-bakery", 4.0, "Dana"), StanceAnswer("fig-cafe", 0.0, "Dana")]
    )
    assert len(told(town)) == 2
    undo(town.owner, ref=deed)
    assert told(town) == []


def test_another_answer_changes_the_row_that_was_shown(town: Town) -> None:
    send(town, **{"s:hadar-bakery": "5"})
    (line,) = [one for one in stance_lines(town.owner) if one.stance.objective == GOAL]
    send(town, **{"s:hadar-bakery": "3", "was:hadar-bakery": f"{line.ref}|4.0"})
    assert [level for _, level, _ in told(town)] == [0.0]
    send(town, **{"s:hadar-bakery": "0", "was:hadar-bakery": f"{line.ref}|0.0"})
    assert told(town) == []


def test_the_same_answer_writes_nothing(town: Town) -> None:
    send(town, **{"s:hadar-bakery": "5"})
    (line,) = [one for one in stance_lines(town.owner) if one.stance.objective == GOAL]
    before = situation(town.owner)
    send(town, said_by="Eli", **{"s:hadar-bakery": "5", "was:hadar-bakery": f"{line.ref}|4.0"})
    assert situation(town.owner) is before


def test_two_who_change_the_same_lose_nothing(town: Town) -> None:
    send(town, **{"s:hadar-bakery": "5"})
    (line,) = [one for one in stance_lines(town.owner) if one.stance.objective == GOAL]
    send(town, "eli", **{"s:hadar-bakery": "4", "was:hadar-bakery": f"{line.ref}|4.0"})
    answer = send(town, **{"s:hadar-bakery": "1", "was:hadar-bakery": f"{line.ref}|4.0", "s:fig-cafe": "5"})
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "nothing was kept yet" in said
    assert re.search(r'name="s:fig-cafe" value="5" checked', said)
    assert [level for _, level, _ in told(town)] == [2.0]


@pytest.mark.parametrize("who", ["vera", "omar"])
def test_who_may_not_edit_writes_nothing(town: Town, who: str) -> None:
    assert send(town, who, **{"s:hadar-bakery": "5"}).status_code == 403
    assert told(town) == []


def test_a_partner_does_not_read_who_wants_what(town: Town) -> None:
    assert browser(town.omar).get(f"/w/{town.ref}/stances/").status_code == 403
    assert stance_lines(town.partner) == ()


def test_no_row_of_another_body_or_workspace_is_reached(town: Town) -> None:
    send(town, **{"s:hadar-bakery": "5"})
    (line,) = [one for one in stance_lines(town.owner) if one.stance.objective == GOAL]
    with pytest.raises(StanceChangedError):
        stances_save(town.owner, objective=GOAL, answers=[StanceAnswer("fig-cafe", None, "x", line.ref, 4.0)])
    with pytest.raises(NotAllowedError):
        stances_save(town.elsewhere, objective=GOAL, answers=[StanceAnswer("hadar-bakery", 1.0, "x")])


@pytest.mark.parametrize("fields", [{"goal": "x" * 501}, {"said_by": "y" * 301}])
def test_what_is_too_long_is_refused_and_stays(town: Town, fields: dict[str, str]) -> None:
    answer = send(town, **{"s:hadar-bakery": "5", **fields})
    assert answer.status_code == 200
    assert re.search(r'name="s:hadar-bakery" value="5" checked', answer.content.decode())
    assert told(town) == []


def test_nobody_is_called_an_opponent(town: Town) -> None:
    said = browser(town.dana).get(f"/w/{town.ref}/stances/").content.decode().lower()
    assert "who could pull together" in said
    assert not [word for word in ("opponent", "adversar", "enemy", "alliance", "dominated") if word in said]


def test_those_who_named_the_goal_come_before_the_others(town: Town) -> None:
    seen = situation(town.owner)
    goal = next(body.own_targets[0].text for body in seen.organisations if body.own_targets)
    first, *_ = whom_first(seen, goal)
    assert any(word.text == goal for word in seen.body_by_ref[first].own_targets)


def test_a_hebrew_reader_meets_no_english(town: Town) -> None:
    for path in ("stances/", f"stances/goal/?goal={GOAL}"):
        main = re.findall(r"<main.*?</main>", browser(town.dana, "he").get(f"/w/{town.ref}/{path}").content.decode(), re.DOTALL)[0]
        words = re.sub(r"<(bdi|svg|option|kbd|script)\b.*?</\1>|<[^>]*>", " ", main, flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]{2,})+", words) == []


def test_without_a_goal_one_is_sent_to_choose_one(town: Town) -> None:
    answer = browser(town.dana).get(f"/w/{town.ref}/stances/goal/")
    assert (answer.status_code, answer["Location"]) == (302, f"/w/{town.ref}/stances/")
    answer = browser(town.dana).post(f"/w/{town.ref}/stances/goal/", {"goal": ""})
    assert answer.status_code == 200  # what was typed stays, with what is missing
