"""Does the shortlist move freely, and do ties of offers hold only what is there?"""

from __future__ import annotations

import pytest

from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.situation import Initiative
from shutaf.partnerships.actions import initiative_save
from shutaf.partnerships.initiative_actions import initiative_shortlist, initiative_tie_offer
from shutaf.partnerships.queries import situation
from shutaf.stewardship.merging import bodies_merge
from shutaf.stewardship.undo import deed_undo
from town import Town

pytestmark = [pytest.mark.django_db]


def first(town: Town) -> Initiative:
    return situation(town.owner).initiatives[0]


@pytest.mark.parametrize("state", ["listed", "confirmed", "later", ""])
def test_any_state_follows_any_other(town: Town, state: str) -> None:
    for before in ("confirmed", "later", "listed", ""):
        initiative_shortlist(town.editor, ref=first(town).ref, state=before)
        initiative_shortlist(town.editor, ref=first(town).ref, state=state)
        assert first(town).shortlist == state


def test_what_is_kept_for_later_waits_and_undo_brings_it_back(town: Town) -> None:
    from shutaf.analysis.criteria.ranking import rank_initiatives

    ref = str(rank_initiatives(situation(town.owner)).first)
    deed = initiative_shortlist(town.editor, ref=ref, state="later")
    assert rank_initiatives(situation(town.owner)).by_ref[ref].second_stage
    deed_undo(town.editor, ref=deed)
    assert rank_initiatives(situation(town.owner)).first == ref


def test_an_offer_is_tied_once_and_untied(town: Town) -> None:
    offer = situation(town.owner).offers[0].ref
    for _twice in range(2):
        initiative_tie_offer(town.editor, ref=first(town).ref, offer=offer, is_tied=True)
    assert first(town).offers == (offer,)
    initiative_tie_offer(town.editor, ref=first(town).ref, offer=offer, is_tied=False)
    assert first(town).offers == ()


def test_only_offers_that_are_there_are_tied(town: Town) -> None:
    for ref in ("", "nothing", situation(town.owner).needs[0].ref, "x" * 400):
        with pytest.raises(NotAllowedError):
            initiative_tie_offer(town.editor, ref=first(town).ref, offer=ref, is_tied=True)
    with pytest.raises(ValueError, match="never"):
        initiative_shortlist(town.editor, ref=first(town).ref, state="never")


def test_only_editors_and_only_their_own(town: Town) -> None:
    ref, offer = first(town).ref, situation(town.owner).offers[0].ref
    for who in (town.viewer, town.partner, town.link("fig-cafe"), town.elsewhere):
        with pytest.raises(NotAllowedError):
            initiative_shortlist(who, ref=ref, state="listed")
        with pytest.raises(NotAllowedError):
            initiative_tie_offer(who, ref=ref, offer=offer, is_tied=True)


def test_the_municipality_gains_and_counts_as_the_public_sector(town: Town) -> None:
    from shutaf.analysis.criteria.ranking import rank_initiatives

    initiative_save(
        town.editor, ref=first(town).ref, gains=("merchants",), gains_what={"municipality": "cleaner stops", "merchants": "customers"}
    )
    assert first(town).gains_what == (("municipality", "cleaner stops"), ("merchants", "customers"))
    ranking = rank_initiatives(situation(town.owner))
    place = [one.key for one in ranking.criteria].index("sectors_gain")
    number = ranking.by_ref[first(town).ref].values[place]
    assert number is not None
    assert number.value == 2


def test_what_a_body_gains_follows_it_into_a_merge(town: Town) -> None:
    initiative_save(town.editor, ref=first(town).ref, gains=("merchants",), gains_what={"merchants": "customers"})
    bodies_merge(town.editor, keep="hadar-bakery", away="merchants")
    assert first(town).gains_what == (("hadar-bakery", "customers"),)
    assert first(town).gains == ("hadar-bakery",)
