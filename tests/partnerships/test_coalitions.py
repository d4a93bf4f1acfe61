"""Is a coalition kept, let go, and a propriety point noted by those who may, within one workspace, and can it be taken back?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.actions import initiative_remove
from shutaf.partnerships.coalition_actions import coalition_drop, coalition_keep, propriety_consider, propriety_reopen
from shutaf.partnerships.coalitions import considered_of, drafts_of, kept_coalitions
from shutaf.partnerships.queries import situation
from shutaf.stewardship.undo import undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

INITIATIVE = "initiative 2"
TWO = ("merchants", "second-wheel")


def keep(viewer: Viewer, members: tuple[str, ...] = TWO, **more: str) -> str:
    return coalition_keep(viewer, initiative_ref=INITIATIVE, members=members, **more)


def test_a_kept_coalition_is_told_with_who_kept_it(town: Town) -> None:
    keep(town.editor, note="for the first talk")
    (one,) = drafts_of(town.viewer, INITIATIVE)
    assert (one.members, one.note, one.by) == (TWO, "for the first talk", "Eli")
    assert kept_coalitions(town.owner) == ((INITIATIVE, TWO),)
    assert situation(town.owner).choosing.kept == ((INITIATIVE, TWO),)


def test_the_same_set_twice_is_one(town: Town) -> None:
    keep(town.editor, note="first")
    assert keep(town.editor, TWO[::-1]) == ""
    assert keep(town.editor, note="second") != ""
    assert [one.note for one in drafts_of(town.owner, INITIATIVE)] == ["second"]


def test_it_is_let_go_and_taken_back(town: Town) -> None:
    keep(town.editor)
    (one,) = drafts_of(town.owner, INITIATIVE)
    initiative, deed = coalition_drop(town.owner, ref=one.ref)
    assert (initiative, drafts_of(town.owner, INITIATIVE)) == (INITIATIVE, ())
    with pytest.raises(NotAllowedError):
        coalition_drop(town.owner, ref=one.ref)
    undo(town.owner, ref=deed)
    assert [kept.ref for kept in drafts_of(town.owner, INITIATIVE)] == [one.ref]


@pytest.mark.parametrize("members", [(), ("nobody",), tuple(f"b{i}" for i in range(61))])
def test_a_set_that_makes_no_sense_is_refused(town: Town, members: tuple[str, ...]) -> None:
    with pytest.raises(ValueError):
        keep(town.editor, members)
    with pytest.raises(ValueError, match="note"):
        keep(town.editor, note="x" * 2001)
    assert drafts_of(town.owner, INITIATIVE) == ()


def test_a_considered_point_is_told_with_what_was_decided_and_may_wait_again(town: Town) -> None:
    point = {"initiative_ref": INITIATIVE, "body_ref": "merchants", "point": "donation_question"}
    propriety_consider(town.editor, **point, note="goes to the committee")
    assert propriety_consider(town.editor, **point, note="goes to the committee") == ""
    propriety_consider(town.owner, **point, note="agreed")
    ((key, one),) = considered_of(town.viewer, INITIATIVE, TWO).items()
    assert (key, one.note, one.by) == (("merchants", "donation_question"), "agreed", "Dana")
    deed = propriety_reopen(town.owner, ref=one.ref)
    assert considered_of(town.owner, INITIATIVE, TWO) == {}
    undo(town.owner, ref=deed)
    assert len(considered_of(town.owner, INITIATIVE, TWO)) == 1
    with pytest.raises(ValueError, match="note"):
        propriety_consider(town.owner, **point, note="x" * 2001)


@pytest.mark.parametrize("who", ["viewer", "partner", "elsewhere"])
def test_who_may_not_edit_here_writes_nothing(town: Town, who: str) -> None:
    viewer: Viewer = getattr(town, who)
    keep(town.editor)
    (one,) = drafts_of(town.owner, INITIATIVE)
    for refused in (
        lambda: keep(viewer, ("merchants",)),
        lambda: coalition_drop(viewer, ref=one.ref),
        lambda: propriety_consider(viewer, initiative_ref=INITIATIVE, body_ref="merchants", point="x"),
        lambda: propriety_reopen(viewer, ref="x"),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    assert len(drafts_of(town.owner, INITIATIVE)) == 1


def test_partners_read_neither_drafts_nor_points(town: Town) -> None:
    keep(town.editor)
    for read in (lambda: drafts_of(town.partner, INITIATIVE), lambda: considered_of(town.partner, INITIATIVE, TWO)):
        with pytest.raises(NotAllowedError):
            read()
    assert kept_coalitions(town.partner) == ()
    assert situation(town.partner).choosing.kept == ()
    assert drafts_of(town.elsewhere, INITIATIVE) == ()


def test_with_the_initiative_its_coalitions_are_not_counted_elsewhere(town: Town) -> None:
    keep(town.editor)
    initiative_remove(town.owner, ref=INITIATIVE)
    assert kept_coalitions(town.owner) == ()
    with pytest.raises(NotAllowedError):
        keep(replace(town.editor))
