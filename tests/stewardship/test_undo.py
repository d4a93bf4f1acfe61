"""Does an undo bring back what was there, and tell what was edited since?"""

from __future__ import annotations

import pytest

from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.actions import body_change, body_create, body_remove
from shutaf.imports.example import example_situation
from shutaf.partnerships.queries import situation
from shutaf.relations.actions import tie_save
from shutaf.stewardship.actions import batch_accept
from shutaf.stewardship.undo import undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def test_undoing_the_batch_that_filled_the_town_empties_it(town: Town) -> None:
    filled = Deed.objects.get(workspace=town.workspace, name="workspace_fill")
    done = undo(town.owner, ref=filled.ref)
    assert done.conflicts == ()
    assert situation(town.owner).bodies == ()
    undo(town.owner, ref=done.deed_ref)
    assert situation(town.owner) == example_situation()


def test_rows_edited_since_are_listed_and_nothing_is_done(town: Town) -> None:
    filled = Deed.objects.get(workspace=town.workspace, name="workspace_fill")
    body_change(town.editor, ref="hadar-bakery", kind="another kind")
    before = situation(town.owner)
    told = undo(town.owner, ref=filled.ref)
    assert [(one.ref, one.by) for one in told.conflicts] == [("hadar-bakery", "Eli")]
    assert situation(town.owner) == before


def test_the_rest_is_undone_when_the_user_says_so(town: Town) -> None:
    filled = Deed.objects.get(workspace=town.workspace, name="workspace_fill")
    body_change(town.editor, ref="hadar-bakery", kind="another kind")
    undo(town.owner, ref=filled.ref, is_confirmed=True)
    assert [body.ref for body in situation(town.owner).bodies] == ["hadar-bakery"]


def test_an_edit_goes_back_unless_the_same_field_was_edited_again(town: Town) -> None:
    first = body_change(town.editor, ref="hadar-bakery", kind="one", city="Elsewhere")
    body_change(town.editor, ref="hadar-bakery", kind="two")
    told = undo(town.editor, ref=first)
    assert [one.field for one in told.conflicts] == ["kind"]
    undo(town.editor, ref=first, is_confirmed=True)
    body = situation(town.editor).body_by_ref["hadar-bakery"]
    assert (body.kind, body.city) == ("two", example_situation().body_by_ref["hadar-bakery"].city)


def test_a_body_comes_back_from_the_trash_with_its_ties(town: Town) -> None:
    before = situation(town.editor)
    deed = body_remove(town.editor, ref="hadar-bakery")
    assert len(situation(town.editor).ties) < len(before.ties)
    undo(town.editor, ref=deed)
    assert situation(town.editor) == before


def test_a_stranger_and_a_viewer_cannot_undo(town: Town) -> None:
    deed = body_remove(town.editor, ref="hadar-bakery")
    for who in (town.viewer, town.partner, town.elsewhere):
        with pytest.raises(NotAllowedError):
            undo(who, ref=deed)


def test_accepting_the_same_file_again_changes_nothing(town: Town) -> None:
    before = Deed.objects.count()
    assert batch_accept(town.editor, incoming=example_situation(), about="again.xlsx") == ""
    assert Deed.objects.count() == before


def test_a_batch_changes_what_differs_and_can_be_undone(town: Town) -> None:
    before = situation(town.editor)
    body_change(town.editor, ref="hadar-bakery", kind="קונדיטוריה")
    body_create(town.editor, name="גוף שאינו בקובץ")
    tie_save(town.editor, source_ref="hadar-bakery", target_ref="fig-cafe")
    changed = situation(town.editor)
    deed = batch_accept(town.editor, incoming=example_situation(), about="map.xlsx")
    after = situation(town.editor)
    assert after.body_by_ref["hadar-bakery"].kind == before.body_by_ref["hadar-bakery"].kind
    assert len(after.bodies) == len(before.bodies) + 1  # what a file does not name stays
    undo(town.editor, ref=deed)
    back = situation(town.editor)
    assert [one for one in changed.bodies if one not in back.bodies] == []
    assert [one for one in back.bodies if one not in changed.bodies] == []
    assert [one for one in changed.ties if one not in back.ties] == []
    assert [one for one in back.ties if one not in changed.ties] == []
    assert back == changed
