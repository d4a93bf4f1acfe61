"""Is a body that is a person rated by nobody, whatever way it is tried, unless an owner says why and until when?"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import timezone

import world
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Situation, Stance
from shutaf.bodies.actions import body_change
from shutaf.bodies.models import Body, Interest, Statement
from shutaf.bodies.person_actions import OfAPersonError, body_is_person, body_judge_allow, person_state
from shutaf.bodies.told_actions import interest_save, statement_save
from shutaf.relations.models import Stance as StanceRow
from shutaf.relations.stance_actions import StanceAnswer, stances_save
from shutaf.stewardship.actions import batch_accept, cells_write
from shutaf.stewardship.cells import CellChange
from shutaf.stewardship.doing import do
from shutaf.stewardship.expiring import judgements
from shutaf.stewardship.undo import undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TODAY = "2026-11-26"


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


def shop(town: Town) -> Body:
    found: Body = Body.objects.get(workspace=town.workspace, ref="merchants")
    return found


def rate(viewer: Viewer) -> None:
    body_change(viewer, ref="merchants", influence_1_10=9.0, change_agent="yes", rated_by="somebody")


def test_what_was_rated_leaves_when_it_is_said_to_be_a_person_and_comes_back_by_undo(town: Town) -> None:
    rate(town.editor)
    statement_save(town.editor, body_ref="merchants", said_by="Dana", said_role="driver", answers={"influence_1_10": 8.0, "size": "one"})
    interest_save(town.editor, body_ref="merchants", text="wants the square", basis="assumed")
    deed = body_is_person(town.editor, ref="merchants", is_person=True)
    assert (shop(town).influence_1_10, shop(town).change_agent, shop(town).rated_by) == (None, "unknown", "")
    assert list(Statement.present.values_list("field", flat=True)) == ["size"]
    assert not Interest.present.filter(body=shop(town)).exists()
    undo(town.editor, ref=deed)
    assert shop(town).influence_1_10 == 9.0


def test_no_way_in_rates_a_person(town: Town) -> None:
    body_is_person(town.editor, ref="merchants", is_person=True)
    rate(town.editor)
    statement_save(town.editor, body_ref="merchants", said_by="Dana", said_role="driver", answers={"interest_1_10": 8.0})
    with pytest.raises(OfAPersonError):
        interest_save(town.editor, body_ref="merchants", text="wants the square", basis="assumed")
    with pytest.raises(OfAPersonError):
        stances_save(town.editor, objective="shade", answers=[StanceAnswer("merchants", 2.0, "Dana")])
    file = world.town()
    batch_accept(town.editor, incoming=Situation(bodies=file.bodies, stances=(Stance("merchants", "shade", 3.0),)), about="a file")
    cells_write(
        town.editor, sheet="organisations", op_id="a" * 16, changes=[CellChange("merchants", "influence_1_10", "", "9")], language="en"
    )
    do(town.editor, "body_change", {"ref": "merchants", "influence_1_10": 9.0})
    assert (shop(town).influence_1_10, shop(town).interest_1_10, shop(town).change_agent) == (None, None, "unknown")
    assert not StanceRow.present.filter(body=shop(town), objective="shade").exists()
    assert not Statement.objects.filter(field="interest_1_10").exists()


def test_the_history_keeps_no_rating_that_was_not_let_in(town: Town) -> None:
    body_is_person(town.editor, ref="merchants", is_person=True)
    before = town.workspace.deeds.count()
    rate(town.editor)
    assert town.workspace.deeds.count() == before


def test_an_owner_lets_it_be_rated_for_a_reason_until_a_day(town: Town) -> None:
    body_is_person(town.editor, ref="merchants", is_person=True)
    with pytest.raises(NotAllowedError):
        body_judge_allow(town.editor, ref="merchants", until="2027-01-31", why="agreed with her", today=TODAY)
    for until, why in (("2027-01-31", " "), ("2028-01-31", "agreed"), ("2025-01-31", "agreed")):
        with pytest.raises(OfAPersonError):
            body_judge_allow(town.owner, ref="merchants", until=until, why=why, today=TODAY)
    body_judge_allow(town.owner, ref="merchants", until="2027-01-31", why="agreed with her", today=TODAY)
    rate(town.editor)
    assert shop(town).influence_1_10 == 9.0
    assert person_state(town.viewer, "merchants").judged_until == "2027-01-31"


def test_on_that_day_the_ratings_go_by_themselves(town: Town) -> None:
    body_is_person(town.editor, ref="merchants", is_person=True)
    until = timezone.now().date().isoformat()
    body_judge_allow(town.owner, ref="merchants", until=until, why="agreed with her", today=until)
    rate(town.editor)
    assert judgements(datetime.fromisoformat(f"{until}T10:00:00+00:00").astimezone(UTC)) == 0
    assert judgements(datetime(2100, 1, 1, tzinfo=UTC)) == 1
    assert (shop(town).influence_1_10, shop(town).judged_until) == (None, "")


def test_who_may_not_edit_says_nothing_of_it(town: Town) -> None:
    for who in (town.viewer, town.partner, town.elsewhere):
        with pytest.raises(NotAllowedError):
            body_is_person(who, ref="merchants", is_person=True)
