"""The log of contacts: three fields make one, quotes carry a role, promises stay open until settled."""

from __future__ import annotations

import pytest

from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.actions import body_remove
from shutaf.relations.contact_actions import ContactIncompleteError, contact_remove, contact_save, contact_settle
from shutaf.relations.contacts import contact, contacts_of, contacts_page
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

BAKERY, CAFE = "hadar-bakery", "fig-cafe"
QUICK = {"on_date": "2026-03-02", "ours": "Dana"}


def test_three_fields_make_a_contact(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, **QUICK)
    (one,) = contacts_of(town.viewer, BAKERY)
    assert (one.on_date, one.ours, one.is_promise) == ("2026-03-02", "Dana", False)


@pytest.mark.parametrize("missing", ["on_date", "ours"])
def test_without_a_date_or_our_side_it_is_refused(town: Town, missing: str) -> None:
    with pytest.raises(ContactIncompleteError):
        contact_save(town.editor, body_ref=BAKERY, **QUICK | {missing: ""})


def test_a_quote_needs_the_speaker_and_the_role(town: Town) -> None:
    for extra, what in (({}, "speaker"), ({"theirs": "Hadar"}, "role")):
        with pytest.raises(ContactIncompleteError, match=what):
            contact_save(town.editor, body_ref=BAKERY, **QUICK, said="yes", **extra)
    contact_save(town.editor, body_ref=BAKERY, **QUICK, said="yes", theirs="Hadar", theirs_role="owner")
    assert contacts_of(town.editor, BAKERY)[0].theirs_role == "owner"


def test_open_promises_stand_apart_and_those_due_come_first(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, **QUICK)
    contact_save(town.editor, body_ref=BAKERY, **QUICK, promised_by_us="an answer")
    contact_save(town.editor, body_ref=CAFE, **QUICK, promised_by_them="a list", due_date="2026-03-12")
    page = contacts_page(town.viewer, only_open=True)
    assert [(one.body, one.is_overdue("2026-03-13")) for one in page.contacts] == [(CAFE, True), (BAKERY, False)]
    contact_settle(town.editor, ref=page.contacts[0].ref)
    assert contacts_page(town.viewer, only_open=True).open == 1
    assert contacts_page(town.viewer).found == 3


@pytest.mark.parametrize(
    ("due", "is_over"), [("2026-03-12", True), ("2026-03-13", False), ("2026-03", False), ("2026-02", True), ("2026", False), ("", False)]
)
def test_a_promise_is_overdue_when_its_day_or_month_or_year_is_over(town: Town, due: str, is_over: bool) -> None:
    contact_save(town.editor, body_ref=BAKERY, **QUICK, promised_by_us="an answer", due_date=due)
    assert contacts_of(town.editor, BAKERY)[0].is_overdue("2026-03-13") is is_over


def test_a_contact_is_changed_settled_and_removed(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, **QUICK)
    ref = contacts_of(town.editor, BAKERY)[0].ref
    contact_save(town.editor, body_ref=CAFE, ref=ref, **QUICK | {"ours": "Yoav"})
    found = contact(town.editor, ref)
    assert found is not None
    assert (found.body, found.ours) == (CAFE, "Yoav")
    contact_remove(town.editor, ref=ref)
    assert contact(town.editor, ref) is None


def test_only_editors_write_and_partners_read_nothing(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, **QUICK)
    ref = contacts_of(town.editor, BAKERY)[0].ref
    for viewer in (town.viewer, town.partner, town.elsewhere, town.link(BAKERY)):
        for act in (
            lambda who: contact_save(who, body_ref=BAKERY, **QUICK),
            lambda who: contact_settle(who, ref=ref),
            lambda who: contact_remove(who, ref=ref),
        ):
            with pytest.raises(NotAllowedError):
                act(viewer)
    for viewer in (town.partner, town.link(BAKERY)):
        assert contacts_of(viewer, BAKERY) == ()
        with pytest.raises(NotAllowedError):
            contacts_page(viewer)
    assert contacts_of(town.elsewhere, BAKERY) == ()


def test_contacts_hide_with_their_body(town: Town) -> None:
    contact_save(town.editor, body_ref=BAKERY, **QUICK)
    body_remove(town.editor, ref=BAKERY)
    assert contacts_page(town.editor).found == 0
