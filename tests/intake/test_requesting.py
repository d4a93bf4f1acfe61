"""Does a request about personal data get its day, its answer, and no more than the right people to read it?"""

from __future__ import annotations

import pytest

import world
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.actions import person_save
from shutaf.bodies.models import Person
from shutaf.intake.models import RightsRequest
from shutaf.intake.proposing import TooManyWaitingError
from shutaf.intake.requested import request_found, requests_due, requests_list, requests_of, row_title
from shutaf.intake.requesting import MOST_OPEN, due_of, request_grant, request_make, request_settle
from shutaf.stewardship.undo import undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TODAY = "2026-11-26"


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


def ask(town: Town, **more: str) -> str:
    told = {"kind": "object", "body_ref": "merchants", "person": "Hila Sagi", "text": "I left in March"} | more
    return request_make(town.link("merchants"), today=TODAY, **told)


def test_it_is_due_in_thirty_days() -> None:
    assert due_of("2026-11-26") == "2026-12-26"
    assert due_of("2028-02-01") == "2028-03-02"  # a leap year


def test_a_link_asks_for_its_own_body_only(town: Town) -> None:
    ask(town)
    with pytest.raises(NotAllowedError):
        request_make(town.link("merchants"), kind="see", today=TODAY, body_ref="bakery")
    with pytest.raises(NotAllowedError):
        request_make(town.viewer, kind="see", today=TODAY, body_ref="bakery")
    assert RightsRequest.objects.get().said_through == "link"


def test_the_history_tells_that_somebody_asked_and_not_who(town: Town) -> None:
    ask(town)
    deed = Deed.objects.get(workspace=town.workspace, name="request_make")
    assert "Hila" not in deed.about
    assert "March" not in deed.about


def test_whoever_asked_reads_the_answer(town: Town) -> None:
    ref = ask(town)
    deed = request_settle(town.editor, ref=ref, state="refused", answer="the record is kept by law", today="2026-12-01")
    found = requests_of(town.link("merchants"), "merchants")[0]
    assert (found.state, found.answer, found.days_taken, found.settled_by) == ("refused", "the record is kept by law", 5, "Eli")
    assert requests_due(town.editor) == (0, "")
    undo(town.editor, ref=deed)
    assert requests_due(town.editor) == (1, "2026-12-26")


def test_it_is_answered_once_and_by_editors(town: Town) -> None:
    ref = ask(town)
    for who in (town.viewer, town.partner, town.link("merchants"), town.elsewhere):
        with pytest.raises(NotAllowedError):
            request_settle(who, ref=ref, state="done", answer="x", today=TODAY)
    request_settle(town.editor, ref=ref, state="done", answer="x", today=TODAY)
    with pytest.raises(NotAllowedError):
        request_settle(town.editor, ref=ref, state="refused", answer="y", today=TODAY)


def test_an_objection_that_is_granted_lets_go_of_the_row_in_the_same_deed(town: Town) -> None:
    person_save(town.editor, body_ref="merchants", name="Hila Sagi")
    person = Person.objects.get(name="Hila Sagi").ref
    ref = ask(town, table="bodies.person", row_ref=person)
    assert request_found(town.editor, ref).about == "Hila Sagi"  # type: ignore[union-attr]
    deed = request_grant(town.editor, ref=ref, answer="removed", today=TODAY)
    assert not Person.present.filter(ref=person).exists()
    undo(town.editor, ref=deed)
    assert Person.present.filter(ref=person).exists()
    assert [one.state for one in requests_list(town.editor, is_open=True)] == ["open"]


def test_the_row_of_another_body_has_no_title_for_a_link(town: Town) -> None:
    person_save(town.editor, body_ref="bakery", name="Somebody of the bakery")
    person = Person.objects.get(name="Somebody of the bakery").ref
    assert row_title(town.link("merchants"), "merchants", "bodies.person", person) == ""
    assert row_title(town.partner, "bakery", "bodies.person", person) == "Somebody of the bakery"
    assert row_title(town.link("merchants"), "merchants", "accounts.user", "1") == ""


def test_a_program_that_asks_without_end_is_stopped(town: Town) -> None:
    for _ in range(MOST_OPEN):
        ask(town)
    with pytest.raises(TooManyWaitingError):
        ask(town)


def test_the_most_urgent_stands_first(town: Town) -> None:
    late = request_make(town.editor, kind="see", today="2026-10-01", person="Hila")
    ask(town)
    found = requests_list(town.viewer, is_open=True)
    assert found[0].ref == late
    assert [one.days_left(TODAY) for one in found] == [-26, 30]
    assert found[0].said_through == "staff"
