"""Does a Situation come back from the database as it went in, and does a partner get the shared part only?"""

from __future__ import annotations

from dataclasses import replace

import pytest

import world
from shutaf.accounts.viewer import NotAllowedError
from shutaf.imports.example import example_situation
from shutaf.partnerships.queries import situation
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def test_the_example_town_comes_back_unchanged(town: Town) -> None:
    assert situation(town.owner) == example_situation()


def test_editor_and_viewer_see_the_same(town: Town) -> None:
    assert situation(town.editor) == situation(town.viewer)


def test_a_partner_sees_no_rating_no_note_and_no_person_of_others(town: Town) -> None:
    seen = situation(town.partner)
    own = town.partner.body_refs[0]
    assert len(seen.bodies) == len(example_situation().bodies)
    assert all(body.influence_1_10 is None and not body.rated_by and body.invite == "unknown" for body in seen.bodies)
    assert all(not body.barriers for body in seen.bodies if body.ref != own)
    assert {person.body for person in seen.people} <= {own}
    assert all(not tie.holder and not tie.reported_by and tie.strength_1_5 is None for tie in seen.ties)
    assert all(r.visible_to != "editors" or r.body == own for r in (*seen.needs, *seen.offers))
    assert seen.stances == seen.influences == seen.initiatives == ()


def test_a_link_sees_no_situation(town: Town) -> None:
    with pytest.raises(NotAllowedError):
        situation(town.link("x"))


def test_another_workspace_sees_nothing_of_it(town: Town) -> None:
    assert situation(town.elsewhere).bodies == ()


def test_a_partner_reads_no_own_column_and_not_who_said_what_of_other_bodies(db: None) -> None:
    town = build_town(world.town(place=replace(world.town().place, own=(("Notes", world.SECRETS["own"]),))), partner_of="bakery")
    seen = situation(town.partner)
    assert seen.place.own == ()
    assert [r.said_by for r in (*seen.needs, *seen.offers) if r.body != "bakery"] == [""] * 4
    assert world.SECRETS["own"] not in repr(seen)
