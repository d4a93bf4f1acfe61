"""Is everything written as a deed that can be told and refused?"""

from __future__ import annotations

import pytest

from shutaf.accounts.deeds import AlreadyDoneError, Working, deed
from shutaf.accounts.models import Change, Deed, Workspace
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.models import Body
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def revision(viewer: Viewer) -> int:
    return Workspace.objects.get(pk=viewer.workspace_id).revision


def test_a_change_raises_the_revision_and_keeps_what_was_there(town: Town) -> None:
    before = revision(town.editor)
    row = Body.objects.filter(workspace=town.workspace).first()
    old = row.name
    with deed(town.editor, "body_change") as working:
        working.change(row, name="שם חדש")
    change = Change.objects.get()
    assert (change.before, change.after) == ({"name": old}, {"name": "שם חדש"})
    assert revision(town.editor) == before + 1
    assert (change.deed.by, change.deed.role) == ("Eli", "editor")


def test_a_deed_that_changes_nothing_leaves_no_trace(town: Town) -> None:
    before, count = revision(town.editor), Deed.objects.count()
    row = Body.objects.filter(workspace=town.workspace).first()
    with deed(town.editor, "body_change") as working:
        working.change(row, name=row.name)
    assert (revision(town.editor), Deed.objects.count()) == (before, count)


def test_a_viewer_and_a_partner_are_refused(town: Town) -> None:
    for viewer in (town.viewer, town.partner, town.link("x")):
        with pytest.raises(NotAllowedError), deed(viewer, "body_change"):
            pass


def test_a_row_of_another_workspace_cannot_be_changed(town: Town) -> None:
    row = Body.objects.filter(workspace=town.workspace).first()
    with pytest.raises(NotAllowedError), deed(town.elsewhere, "body_change") as working:
        working.change(row, name="x")
    row.refresh_from_db()
    assert row.name != "x"


def test_an_error_inside_a_deed_writes_nothing(town: Town) -> None:
    before = revision(town.editor)
    row = Body.objects.filter(workspace=town.workspace).first()
    with pytest.raises(NotAllowedError), deed(town.editor, "body_change") as working:
        _change_then_fail(working, row)
    row.refresh_from_db()
    assert row.name != "x"
    assert revision(town.editor) == before


def _change_then_fail(working: Working, row: Body) -> None:
    working.change(row, name="x")
    raise NotAllowedError("later")


def test_an_action_sent_twice_is_done_once(town: Town) -> None:
    row = Body.objects.filter(workspace=town.workspace).first()
    with deed(town.editor, "body_change", op="tab7-1") as working:
        working.change(row, name="שם חדש")
        done = working.record.ref
    with pytest.raises(AlreadyDoneError) as told, deed(town.editor, "body_change", op="tab7-1") as working:
        working.change(row, name="שם אחר")
    row.refresh_from_db()
    assert (told.value.deed_ref, row.name) == (done, "שם חדש")


def test_an_action_of_the_same_name_in_another_workspace_is_another(town: Town) -> None:
    row = Body.objects.filter(workspace=town.workspace).first()
    with deed(town.editor, "body_change", op="tab7-1") as working:
        working.change(row, name="שם חדש")
    with deed(town.elsewhere, "body_create", op="tab7-1") as working:
        assert working.create(Body(name="אחר")).pk
