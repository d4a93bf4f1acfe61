"""Does a body read all of its own words and people, and of what others judged of it only that it is there?"""

from __future__ import annotations

import json

import pytest

import world
from shutaf.accounts.actions.links import link_make
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.actions import person_save
from shutaf.bodies.told_actions import interest_save
from shutaf.exchange.models import Resource
from shutaf.stewardship.heard import as_json, heard_about
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


def said(town: Town, ref: str = "merchants") -> str:
    found = heard_about(town.link(ref), ref)
    assert found
    return json.dumps(as_json(found), ensure_ascii=False)


def test_a_person_reads_name_role_and_how_to_reach_them_with_who_wrote_it(town: Town) -> None:
    person_save(town.editor, body_ref="merchants", name="Hila Sagi", role="clerk", phone="050-7654321", source="the spring fair")
    found = heard_about(town.link("merchants"), "merchants")
    assert found
    row = next(one for one in found.people if one.title == "Hila Sagi")
    assert (row.values["phone"], row.source, row.written_by, row.seen_by) == ("050-7654321", "the spring fair", "Eli", "editors")


def test_a_need_for_editors_only_is_read_by_the_body_it_is_of(town: Town) -> None:
    resource = Resource.objects.filter(workspace=town.workspace, visible_to="editors").select_related("body").first()
    assert resource.title in said(town, resource.body.ref)


def test_what_others_judged_is_named_and_dated_and_not_told(town: Town) -> None:
    interest_save(town.editor, body_ref="merchants", text="SECRETINTEREST")
    found = heard_about(town.link("merchants"), "merchants")
    assert found
    row = next(one for one in found.rows if one.table == "bodies.interest")
    assert "text" in row.kept
    assert (row.title, dict(row.values), row.written_by) == ("", {}, "Eli")
    own = next(one for one in found.rows if one.table == "bodies.body")
    assert "influence_1_10" in own.kept
    told = said(town)
    assert [word for key in ("rated_by", "source", "own", "reported_by", "said_by") if (word := world.SECRETS[key]) in told] == []
    assert "SECRETINTEREST" not in told


def test_every_link_that_was_sent_is_told(town: Town) -> None:
    link_make(town.editor, body_ref="merchants", person="Omar Khoury", person_role="treasurer")
    found = heard_about(town.link("merchants"), "merchants")
    assert found
    assert [(one.person, one.role, one.answered_at) for one in found.links] == [("Omar Khoury", "treasurer", None)]


def test_only_who_speaks_for_the_body_or_sees_everything_reads_it(town: Town) -> None:
    assert heard_about(town.partner, "bakery")
    assert heard_about(town.viewer, "merchants")
    for who in (town.partner, town.link("bakery"), town.elsewhere):
        if who is town.elsewhere:
            assert heard_about(who, "merchants") is None
            continue
        with pytest.raises(NotAllowedError):
            heard_about(who, "merchants")
