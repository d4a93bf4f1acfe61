"""Is a situation of which only what deeds touched was read again the same as one read whole?"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from shutaf.accounts.models import Deed
from shutaf.accounts.queries import workspace_facts
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.actions import body_change, body_create, body_remove, person_save
from shutaf.exchange.actions import resource_save
from shutaf.partnerships.actions import initiative_save
from shutaf.partnerships.queries import situation
from shutaf.partnerships.seen import is_same, seen_now
from shutaf.places.actions import place_change
from shutaf.relations.actions import map_basis_change, tie_remove, tie_save, ties_tick
from shutaf.stewardship.merging import SameBodyError, bodies_merge
from shutaf.stewardship.undo import deed_undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def whole(town: Town) -> Any:
    return seen_now(town.viewer, workspace_facts(town.viewer), None).situation


def assert_as_if_read_whole(town: Town) -> None:
    seen, anew = situation(town.viewer), whole(town)
    assert seen == anew
    assert is_same(seen, anew), "the rows behind it too"


def deeds_of(town: Town, draw: random.Random) -> list[Callable[[], Any]]:
    """Things a person may do next."""
    seen = whole(town)
    one, other = (body.ref for body in draw.sample(seen.bodies, 2))
    tie = draw.choice(seen.ties)
    done = draw.choice(list(Deed.objects.filter(workspace=town.workspace, user=town.eli).values_list("ref", flat=True)))
    number = str(draw.random())
    return [
        lambda: body_change(town.editor, ref=one, city=number),
        lambda: body_create(town.editor, name=f"new {number}"),
        lambda: body_remove(town.editor, ref=one),
        lambda: person_save(town.editor, body_ref=one, name=number),
        lambda: tie_save(town.editor, source_ref=one, target_ref=other, source=number),
        lambda: tie_remove(town.editor, ref=tie.origin.ref.split(":")[-1]),
        lambda: ties_tick(town.editor, ticks={(one, other): draw.choice(["works", "none", ""])}),
        lambda: resource_save(town.editor, body_ref=one, side=draw.choice(["need", "offer"]), title=number, kind=seen.needs[0].kind),
        lambda: initiative_save(town.editor, name=number),
        lambda: place_change(town.editor, name=number),
        lambda: map_basis_change(town.editor, as_of="2026-11"),
        lambda: deed_undo(town.editor, ref=done, is_confirmed=True),
        lambda: bodies_merge(town.editor, keep=one, away=other),
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_after_any_deeds_it_is_as_if_all_had_been_read(town: Town, seed: int) -> None:
    draw, done = random.Random(seed), 0
    body_create(town.editor, name="the first")
    situation(town.viewer)
    for _ in range(40):
        try:
            draw.choice(deeds_of(town, draw))()
            done += 1
        except (NotAllowedError, SameBodyError):
            continue
        if draw.random() < 0.6:
            assert_as_if_read_whole(town)
    assert_as_if_read_whole(town)
    assert done > 20


def test_what_was_not_touched_is_not_read(town: Town) -> None:
    before = situation(town.viewer)
    body_change(town.editor, ref=before.bodies[0].ref, city="Akko")
    seen = situation(town.viewer)
    assert seen.bodies[0].city == "Akko"
    assert seen.ties is before.ties
    assert seen.needs is before.needs
    assert seen.people is before.people


def test_a_partner_keeps_the_rows_that_stayed(town: Town) -> None:
    before = situation(town.partner)
    place_change(town.editor, name="Elsewhere")
    seen = situation(town.partner)
    assert seen.place.name == "Elsewhere"
    assert seen.ties is before.ties


def test_many_deeds_at_once_read_all(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutaf.accounts.touched.MOST_DEEDS", 2)
    situation(town.viewer)
    for number in range(4):
        body_create(town.editor, name=f"new {number}")
    assert_as_if_read_whole(town)
