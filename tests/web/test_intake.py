"""Does an editor see who said what beside what is on the map, and decide on one thing or on all of an answer?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

import world
from shutaf.accounts.actions.links import link_make
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.actions import body_remove
from shutaf.bodies.models import Body
from shutaf.intake.answers import answers_waiting
from shutaf.intake.models import Proposal
from shutaf.intake.proposing import proposals_accept, proposals_decline
from shutaf.stewardship.undo import deed_undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TYPED = {"head": "Rina", "w-0": "carton", "t-0-level": "works", "chance-new0-title": "new area"}


@pytest.fixture
def town(db: None) -> Town:
    town = build_town(world.town(), partner_of="bakery")
    for body_ref, person in (("economy", "Rina Levi"), ("education", "Avi Cohen")):
        token = link_make(town.editor, body_ref=body_ref, sheet="department", person=person, person_role="deputy", language="en")
        client = Client()
        client.post(f"/l/{token}/")
        client.post("/l/", TYPED)
    return town


@pytest.fixture
def editor(client: Client, town: Town) -> Client:
    client.force_login(town.eli, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = "en"
    return client


def refs_of(body_ref: str) -> list[str]:
    return list(Proposal.objects.filter(body_ref=body_ref, state="waits").values_list("ref", flat=True))


def test_answers_are_grouped_by_who_said_them(editor: Client, town: Town) -> None:
    assert [(one.said_by, len(one.items)) for one in answers_waiting(town.editor)] == [("Rina Levi", 3), ("Avi Cohen", 3)]
    said = editor.get(f"/w/{town.ref}/intake/").content.decode()
    assert said.count('aria-labelledby="answer-') == 2
    assert said.count('type="checkbox" name="ref"') == 6


def test_before_and_after_stand_side_by_side(editor: Client, town: Town) -> None:
    Body.objects.filter(ref="economy").update(head="Old head")
    said = editor.get(f"/w/{town.ref}/intake/").content.decode()
    assert re.search(r"<del><bdi>Old head</bdi></del>.*?<ins><bdi>Rina</bdi></ins>", said, re.DOTALL)


def test_all_of_one_answer_is_accepted_as_one_batch_and_undone_whole(editor: Client, town: Town) -> None:
    editor.post(f"/w/{town.ref}/intake/", {"ref": refs_of("economy")})
    assert (len(refs_of("economy")), len(refs_of("education"))) == (0, 3)
    deed = Deed.objects.get(name="proposals_accept")
    assert deed.is_batch
    deed_undo(town.editor, ref=deed.ref)
    assert len(refs_of("economy")) == 3
    assert Body.objects.get(ref="economy").head == ""


def test_only_one_thing_of_an_answer_is_accepted(editor: Client, town: Town) -> None:
    editor.post(f"/w/{town.ref}/intake/", {"ref": refs_of("economy"), "only": refs_of("economy")[0]})
    assert len(refs_of("economy")) == 2


def test_declining_keeps_the_reason_for_who_said_it(editor: Client, town: Town) -> None:
    editor.post(f"/w/{town.ref}/intake/", {"ref": refs_of("economy"), "decline": "1", "reason": "not this year"})
    assert {row.reason for row in Proposal.objects.filter(state="declined")} == {"not this year"}
    assert Body.objects.get(ref="economy").head == ""


def test_what_was_decided_meanwhile_is_told_and_not_done_again(editor: Client, town: Town) -> None:
    refs = refs_of("economy")
    proposals_decline(town.owner, refs=refs, reason="x")
    said = editor.post(f"/w/{town.ref}/intake/", {"ref": refs}, follow=True).content.decode()
    assert "That was decided already" in said
    assert "Nothing was ticked" in editor.post(f"/w/{town.ref}/intake/", {}, follow=True).content.decode()


def test_a_tie_with_a_body_that_is_gone_waits_on_and_the_rest_is_taken(editor: Client, town: Town) -> None:
    body_remove(town.editor, ref="carton")
    said = editor.post(f"/w/{town.ref}/intake/", {"ref": refs_of("economy")}, follow=True).content.decode()
    assert "not on the map any more" in said
    assert list(Proposal.objects.filter(body_ref="economy", state="waits").values_list("target", flat=True)) == ["relations.tie"]
    assert Body.objects.get(ref="economy").head == "Rina"


def test_only_editors_of_the_workspace_decide(town: Town) -> None:
    refs = refs_of("economy")
    for viewer in (town.viewer, town.partner, town.link("economy")):
        for decide in (proposals_accept, proposals_decline):
            with pytest.raises(NotAllowedError):
                decide(viewer, refs=refs)
        with pytest.raises(NotAllowedError):
            answers_waiting(viewer)
    assert proposals_accept(town.elsewhere, refs=refs)[1] == 0
    assert len(refs_of("economy")) == 3
