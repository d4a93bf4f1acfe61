"""Who said what of a body, which interests it has, which facts a procedure must know: written by editors, kept apart, taken back."""

from __future__ import annotations

import pytest

from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Word
from shutaf.bodies.actions import body_remove
from shutaf.bodies.told import body_told, integrity_of, interests_of
from shutaf.bodies.told_actions import (
    IncompleteError,
    integrity_remove,
    integrity_save,
    interest_remove,
    interest_save,
    statement_follow,
    statement_remove,
    statement_save,
)
from shutaf.partnerships.queries import situation
from shutaf.stewardship.undo import deed_undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

BAKERY = "hadar-bakery"


def dana_says(viewer: Viewer, **answers: object) -> str:
    return statement_save(viewer, body_ref=BAKERY, said_by="Dana", said_role="coordinator", as_of="2026-11-20", answers=answers)


def owner_says(viewer: Viewer, **answers: object) -> str:
    return statement_save(viewer, body_ref=BAKERY, said_by="Hadar", said_role="owner", as_of="2026-11-21", answers=answers)


def test_the_map_goes_by_the_first_answer_and_keeps_it_when_another_differs(town: Town) -> None:
    dana_says(town.editor, size="7 ovens")
    owner_says(town.editor, size="3 ovens")
    told = body_told(town.editor, BAKERY)
    assert told.extra["size"] == "7 ovens"
    (size,) = told.disputed
    assert [(one.value, one.said_role, one.is_followed) for one in size.answers] == [
        ("7 ovens", "coordinator", True),
        ("3 ovens", "owner", False),
    ]


def test_an_editor_chooses_by_which_answer_the_map_goes(town: Town) -> None:
    before = situation(town.editor).body_by_ref[BAKERY].influence_1_10
    dana_says(town.editor, influence_1_10=2.0)
    assert situation(town.editor).body_by_ref[BAKERY].influence_1_10 == before
    (answer,) = body_told(town.editor, BAKERY).fields["influence_1_10"].answers
    statement_follow(town.editor, ref=answer.ref)
    bakery = situation(town.editor).body_by_ref[BAKERY]
    assert (bakery.influence_1_10, bakery.rated_by) == (2.0, "Dana")


def test_who_changes_an_answer_that_the_map_goes_by_changes_the_map(town: Town) -> None:
    dana_says(town.editor, impact="much waste")
    dana_says(town.editor, impact="little waste")
    assert body_told(town.editor, BAKERY).extra["impact"] == "little waste"


def test_an_empty_answer_takes_back_what_was_said(town: Town) -> None:
    dana_says(town.editor, motives=(Word("", "save_cost"),), size="small")
    dana_says(town.editor, motives=(), size="small")
    assert set(body_told(town.editor, BAKERY).fields) == {"size"}


def test_an_answer_without_a_role_is_refused(town: Town) -> None:
    with pytest.raises(IncompleteError, match="role"):
        statement_save(town.editor, body_ref=BAKERY, said_by="Dana", said_role=" ", answers={"size": "x"})


def test_whom_to_invite_is_no_answer_of_an_informant(town: Town) -> None:
    with pytest.raises(NotAllowedError):
        dana_says(town.editor, invite="yes")


def test_what_an_informant_said_is_undone_whole(town: Town) -> None:
    deed = dana_says(town.editor, size="small", activity="bakes")
    deed_undo(town.editor, ref=deed)
    told = body_told(town.editor, BAKERY)
    assert not told.fields
    assert told.extra["size"] == ""


def test_a_statement_goes_to_the_trash_alone(town: Town) -> None:
    dana_says(town.editor, size="small")
    (answer,) = body_told(town.editor, BAKERY).fields["size"].answers
    statement_remove(town.editor, ref=answer.ref)
    assert not body_told(town.editor, BAKERY).fields


def test_a_stated_interest_names_the_speaker_and_the_role(town: Town) -> None:
    with pytest.raises(IncompleteError, match="speaker"):
        interest_save(town.editor, body_ref=BAKERY, text="a cleaner street", basis="stated")
    with pytest.raises(IncompleteError, match="role"):
        interest_save(town.editor, body_ref=BAKERY, text="a cleaner street", basis="stated", said_by="Hadar")
    interest_save(town.editor, body_ref=BAKERY, text="a cleaner street", basis="stated", said_by="Hadar", said_role="owner", place_1_10=2)
    interest_save(town.editor, body_ref=BAKERY, text="lower rates", place_1_10=1)
    assert [(one.text, one.basis) for one in interests_of(town.viewer, BAKERY)] == [
        ("lower rates", "assumed"),
        ("a cleaner street", "stated"),
    ]


def test_an_interest_is_changed_and_removed(town: Town) -> None:
    interest_save(town.editor, body_ref=BAKERY, text="lower rates")
    (one,) = interests_of(town.editor, BAKERY)
    interest_save(town.editor, body_ref=BAKERY, ref=one.ref, text="fair rates")
    assert interests_of(town.editor, BAKERY)[0].text == "fair rates"
    interest_remove(town.editor, ref=one.ref)
    assert interests_of(town.editor, BAKERY) == ()


@pytest.mark.parametrize("missing", ["text", "source", "as_of"])
def test_an_integrity_fact_without_source_or_date_is_refused(town: Town, missing: str) -> None:
    fact = {"text": "licence asked for", "source": "licensing office, file 12", "as_of": "2026-10", "kind": Word("", "licence")}
    with pytest.raises(IncompleteError):
        integrity_save(town.editor, body_ref=BAKERY, **fact | {missing: " "})
    integrity_save(town.editor, body_ref=BAKERY, **fact)
    (one,) = integrity_of(town.viewer, BAKERY)
    assert (one.kind.key, one.source) == ("licence", "licensing office, file 12")
    integrity_remove(town.editor, ref=one.ref)
    assert integrity_of(town.viewer, BAKERY) == ()


def test_only_editors_write_and_partners_read_nothing(town: Town) -> None:
    dana_says(town.editor, size="small")
    interest_save(town.editor, body_ref=BAKERY, text="lower rates")
    for viewer in (town.viewer, town.partner, town.elsewhere, town.link(BAKERY)):
        with pytest.raises(NotAllowedError):
            dana_says(viewer, size="x")
        with pytest.raises(NotAllowedError):
            interest_save(viewer, body_ref=BAKERY, text="x")
        with pytest.raises(NotAllowedError):
            integrity_save(viewer, body_ref=BAKERY, text="x", source="y", as_of="2026")
    for viewer in (town.partner, town.elsewhere, town.link(BAKERY)):
        assert not body_told(viewer, BAKERY).fields
        assert interests_of(viewer, BAKERY) == integrity_of(viewer, BAKERY) == ()


def test_what_was_told_hides_with_its_body(town: Town) -> None:
    interest_save(town.editor, body_ref=BAKERY, text="lower rates")
    (one,) = interests_of(town.editor, BAKERY)
    body_remove(town.editor, ref=BAKERY)
    assert interests_of(town.editor, BAKERY) == ()
    with pytest.raises(NotAllowedError):
        interest_remove(town.editor, ref=one.ref)
