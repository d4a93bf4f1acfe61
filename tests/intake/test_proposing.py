"""Does what a body says wait for an editor, and enter the map only then?"""

from __future__ import annotations

import pytest

import world
from shutaf.accounts.actions.links import link_make, link_open
from shutaf.accounts.models import Link
from shutaf.accounts.queries import link_viewer
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Word
from shutaf.bodies.models import Body
from shutaf.exchange.models import Resource
from shutaf.intake.models import Proposal
from shutaf.intake.proposing import MOST_WAITING, Said, TooManyWaitingError, proposal_accept, proposal_decline, proposal_make
from shutaf.intake.said import said_so_far
from shutaf.stewardship.undo import deed_undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

WATER = Word("water", "water")
NEED = Said("exchange.resource", fields={"side": "need", "title": "a van", "themes": (WATER,), "visible_to": "partners"})


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


@pytest.fixture
def holder(town: Town) -> Viewer:
    token = link_make(town.editor, body_ref="merchants", person="Omar Khoury", person_role="treasurer")
    found = link_viewer(link_open(token) or 0)
    assert found
    return found[0]


def waiting() -> Proposal:
    return Proposal.objects.get(state="waits")


def test_it_waits_with_person_role_and_way(town: Town, holder: Viewer) -> None:
    count = Resource.objects.count()
    assert proposal_make(holder, body_ref="merchants", said=[NEED]) == 1
    row = waiting()
    assert (row.said_by, row.said_role, row.said_through) == ("Omar Khoury", "treasurer", "link")
    assert Resource.objects.count() == count
    assert Link.objects.get().answered_at
    assert row.created_in.by == "Omar Khoury"


def test_accepted_it_is_in_the_map_with_who_said_it(town: Town, holder: Viewer) -> None:
    proposal_make(holder, body_ref="merchants", said=[NEED])
    proposal_accept(town.editor, ref=waiting().ref)
    row = Resource.objects.get(title="a van")
    assert (row.body.ref, row.side, row.themes, row.said_by, row.visible_to) == (
        "merchants",
        "need",
        (WATER,),
        "Omar Khoury, treasurer",
        "partners",
    )
    assert row.as_of
    assert [one.state for one in said_so_far(holder, "merchants")] == ["accepted"]


def test_a_changed_field_of_the_body_is_written_when_accepted(town: Town, holder: Viewer) -> None:
    proposal_make(holder, body_ref="merchants", said=[Said("bodies.body", "merchants", {"own_targets": (WATER,), "city": ""})])
    assert waiting().fields.keys() == {"own_targets"}
    deed = proposal_accept(town.editor, ref=waiting().ref)
    assert Body.objects.get(ref="merchants").own_targets == (WATER,)
    deed_undo(town.editor, ref=deed)
    assert Body.objects.get(ref="merchants").own_targets == ()
    assert waiting().ref


def test_declined_it_stays_out_and_says_why(town: Town, holder: Viewer) -> None:
    proposal_make(holder, body_ref="merchants", said=[NEED])
    proposal_decline(town.editor, ref=waiting().ref, reason="known already")
    assert not Resource.objects.filter(title="a van").exists()
    assert [(one.state, one.reason) for one in said_so_far(holder, "merchants")] == [("declined", "known already")]


def test_what_was_decided_cannot_be_decided_again(town: Town, holder: Viewer) -> None:
    proposal_make(holder, body_ref="merchants", said=[NEED])
    ref = waiting().ref
    proposal_accept(town.editor, ref=ref)
    for decide in (proposal_accept, proposal_decline):
        with pytest.raises(NotAllowedError):
            decide(town.editor, ref=ref)
    assert Resource.objects.filter(title="a van").count() == 1


def test_what_is_known_already_leaves_no_trace(town: Town, holder: Viewer) -> None:
    assert proposal_make(holder, body_ref="merchants", said=[Said("bodies.body", "merchants", {"own_targets": ()})]) == 0
    assert not Proposal.objects.exists()


def test_nobody_speaks_for_another_body(town: Town, holder: Viewer) -> None:
    for viewer in (holder, town.partner, town.viewer):
        with pytest.raises(NotAllowedError):
            proposal_make(viewer, body_ref="carton", said=[NEED])
    with pytest.raises(NotAllowedError):
        proposal_make(town.elsewhere, body_ref="merchants", said=[NEED])
    assert not Proposal.objects.exists()


def test_a_row_of_another_body_cannot_be_named(town: Town, holder: Viewer) -> None:
    for said in (
        Said("bodies.body", "carton", {"city": "x"}),
        Said("exchange.resource", "offer 1", {"title": "x"}),
        Said("bodies.person", "clerk", {"phone": "x"}),
    ):
        with pytest.raises(NotAllowedError):
            proposal_make(holder, body_ref="merchants", said=[said])


def test_ratings_and_names_are_not_the_bodys_to_say(town: Town, holder: Viewer) -> None:
    for name in ("influence_1_10", "invite", "name", "source", "sector"):
        with pytest.raises(NotAllowedError):
            proposal_make(holder, body_ref="merchants", said=[Said("bodies.body", "merchants", {name: "x"})])


def test_only_editors_of_the_workspace_decide(town: Town, holder: Viewer) -> None:
    proposal_make(holder, body_ref="merchants", said=[NEED])
    for viewer in (holder, town.partner, town.viewer, town.elsewhere):
        for decide in (proposal_accept, proposal_decline):
            with pytest.raises(NotAllowedError):
                decide(viewer, ref=waiting().ref)
    for viewer in (town.viewer, town.partner):
        with pytest.raises(NotAllowedError):
            said_so_far(viewer, "merchants")


def test_a_flood_is_refused_whole(town: Town, holder: Viewer) -> None:
    proposal_make(holder, body_ref="merchants", said=[NEED] * MOST_WAITING)
    with pytest.raises(TooManyWaitingError):
        proposal_make(holder, body_ref="merchants", said=[NEED])
    assert Proposal.objects.count() == MOST_WAITING
