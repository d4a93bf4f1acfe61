"""Saved views: kept, changed, thrown away, taken back; nobody else's can be reached."""

from __future__ import annotations

import pytest

from shutaf.accounts.viewer import NotAllowedError
from shutaf.relations.queries import saved_view, saved_views
from shutaf.relations.saved_views import saved_view_remove, saved_view_save
from shutaf.stewardship.undo import undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def made(town: Town) -> str:
    return saved_view_save(town.editor, name="Waste", settings={"view": ["rings"], "group": ["business"]}, positions={"a": (1.04, 2)})[0]


def test_view_is_kept_as_it_was(town: Town) -> None:
    found = saved_view(town.viewer, made(town))
    assert found
    assert (found.name, found.settings, found.positions) == ("Waste", {"view": ["rings"], "group": ["business"]}, {"a": (1.0, 2.0)})
    assert found.by == town.editor.label


def test_view_is_changed_under_its_own_ref(town: Town) -> None:
    ref = made(town)
    saved_view_save(town.owner, name="Water", settings={}, positions={}, ref=ref)
    assert [(one.ref, one.name, one.positions) for one in saved_views(town.viewer)] == [(ref, "Water", {})]


def test_removed_view_comes_back_by_undo(town: Town) -> None:
    ref = made(town)
    deed = saved_view_remove(town.editor, ref=ref)
    assert saved_view(town.viewer, ref) is None
    undo(town.editor, ref=deed)
    assert saved_view(town.viewer, ref)


def test_who_may_not_edit_saves_nothing(town: Town) -> None:
    for viewer in (town.viewer, town.partner, town.link("bakery")):
        with pytest.raises(NotAllowedError):
            saved_view_save(viewer, name="x", settings={}, positions={})


def test_views_of_another_workspace_are_out_of_reach(town: Town) -> None:
    ref = made(town)
    assert saved_views(town.elsewhere) == ()
    assert saved_view(town.elsewhere, ref) is None
    with pytest.raises(NotAllowedError):
        saved_view_save(town.elsewhere, name="x", settings={}, positions={}, ref=ref)
    with pytest.raises(NotAllowedError):
        saved_view_remove(town.elsewhere, ref=ref)


def test_partner_sees_no_saved_view(town: Town) -> None:
    ref = made(town)
    assert saved_views(town.partner) == ()
    assert saved_view(town.partner, ref) is None
