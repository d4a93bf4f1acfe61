"""Is the map of an earlier revision told as it was, whatever was done since?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from shutaf.accounts.models import Deed
from shutaf.accounts.queries import revision_now
from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.situation import Situation, Word
from shutaf.bodies.actions import body_change, body_create, body_remove
from shutaf.exchange.actions import resource_remove
from shutaf.partnerships.queries import situation
from shutaf.relations.actions import tie_remove, tie_save
from shutaf.relations.lines import tie_page
from shutaf.relations.stance_actions import StanceAnswer, stances_save
from shutaf.stewardship.then import moment_before, moment_of, situation_then
from shutaf.stewardship.undo import rows_restore, undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def bare(found: Situation) -> Situation:
    """Without what belongs to the workspace and not to the moment."""
    return replace(found, language="", is_fictional=False)


def many_deeds(town: Town) -> None:
    """Something of each kind: made, changed twice, removed, restored, undone."""
    owner = town.owner
    body_change(owner, ref="hadar-bakery", name="Bakery", kind="chain")
    body_change(owner, ref="hadar-bakery", kind="co-op", sector=Word("NGO", "civil_society"))
    ref = body_create(owner, name="New body")
    tie_save(owner, source_ref="hadar-bakery", target_ref=ref)
    first, second, *_ = tie_page(owner).lines
    tie_remove(owner, ref=first.ref)
    tie_save(owner, ref=second.ref, source_ref=second.tie.source_ref, target_ref=second.tie.target_ref, strength_1_5=1.0)
    body_remove(owner, ref="fig-cafe")
    undo(owner, ref=stances_save(owner, objective="Shade", answers=[StanceAnswer("hadar-bakery", 2.0, "x")]))
    need = situation(owner).needs[0]
    resource_remove(owner, ref=need.ref, body_ref=need.body)


def test_the_map_of_an_earlier_revision_is_as_it_was(town: Town) -> None:
    before, revision = situation(town.owner), revision_now(town.owner)
    many_deeds(town)
    assert situation(town.owner) != before
    assert bare(situation_then(town.owner, revision=revision)) == bare(before)


def test_what_came_out_of_the_trash_since_was_not_there(town: Town) -> None:
    body_remove(town.owner, ref="fig-cafe")
    before, revision = situation(town.owner), revision_now(town.owner)
    rows_restore(town.owner, rows=(("bodies.body", "fig-cafe"),))
    assert bare(situation_then(town.owner, revision=revision)) == bare(before)


def test_the_last_revision_is_the_map_of_now(town: Town) -> None:
    many_deeds(town)
    assert bare(situation_then(town.owner, revision=revision_now(town.owner))) == bare(situation(town.owner))


def test_a_partner_is_told_what_is_shared_only(town: Town) -> None:
    before, revision = situation(town.partner), revision_now(town.owner)
    many_deeds(town)
    assert bare(situation_then(town.partner, revision=revision)) == bare(before)


def test_nobody_else_is_told(town: Town) -> None:
    with pytest.raises(NotAllowedError):
        situation_then(town.link("fig-cafe"), revision=1)
    assert situation_then(town.elsewhere, revision=10**6).bodies == ()


def test_a_day_stands_for_the_last_deed_before_it(town: Town) -> None:
    many_deeds(town)
    last = Deed.objects.filter(workspace=town.workspace).order_by("-revision")[0]
    Deed.objects.filter(workspace=town.workspace).exclude(pk=last.pk).update(at=timezone.now() - timedelta(days=9))
    assert moment_before(town.owner, day=timezone.now().date()).revision == last.revision - 1
    assert moment_before(town.owner, day=timezone.now().date() - timedelta(days=30)).revision == 0
    assert moment_of(town.owner, revision=last.revision).at == last.at
