"""What counts of an answer to a match, for whom, and until when?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.situation import Amount, Body, Need, Offer, Place, Situation, Word
from shutaf.exchange.actions import resource_save
from shutaf.exchange.answer_actions import match_answer, match_answer_revoke
from shutaf.exchange.answers import match_answers
from shutaf.exchange.models import MatchAnswer
from shutaf.partnerships.matched import matched
from shutaf.partnerships.preparing import preparation
from shutaf.partnerships.queries import situation
from shutaf.stewardship.undo import deed_undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

SPACE = Word("", "space")


def hours(n: int) -> Amount:
    return Amount(Decimal(n), "hour", "time", Decimal(1))


SITUATION = Situation(
    Place(name="Town"),
    (Body("club", "Youth club"), Body("firm", "Print shop"), Body("mill", "Mill"), Body("school", "School")),
    needs=(
        Need("n1", "club", "a room for courses", SPACE, amount=hours(10), from_date="2026-03", visible_to="partners"),
        Need("n2", "school", "a hall", SPACE, amount=hours(10), visible_to="partners"),
    ),
    offers=(
        Offer("o1", "firm", "our hall", SPACE, amount=hours(12), visible_to="partners"),
        Offer("o2", "mill", "the mill", SPACE, amount=hours(6), visible_to="partners"),
        Offer("o3", "firm", "a shed", SPACE, amount=hours(5)),
    ),
)


@pytest.fixture
def small(db: None) -> Town:
    return build_town(SITUATION, partner_of="club")


def declined(town: Town) -> tuple[tuple[str, str], ...]:
    return situation(town.viewer).choosing.declined


def pairs(town: Town) -> set[tuple[str, str]]:
    return {(fit.need.ref, fit.offer.ref) for fit in preparation(town.viewer, today="2026-11-23").matches.fits}


def test_a_declined_pair_is_out_and_comes_back_when_it_is_taken_back(small: Town) -> None:
    before = pairs(small)
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="place", note="too far")
    assert declined(small) == (("n1", "o1"),)
    assert pairs(small) == before - {("n1", "o1")}
    (answer,) = match_answers(small.viewer, SITUATION.needs, SITUATION.offers)
    match_answer_revoke(small.editor, ref=answer.ref)
    assert pairs(small) == before


@pytest.mark.parametrize(
    ("reason", "changed"),
    [
        ("dates", {"from_date": "2026-05"}),
        ("amount", {"amount": hours(8)}),
        ("place", {"where": "harbour"}),
        ("conditions", {"conditions": "no food"}),
        ("kind", {"themes": (Word("", "water"),)}),
        ("other", {"where": "harbour"}),
    ],
)
def test_a_reason_counts_only_while_its_facts_stay(small: Town, reason: str, changed: dict[str, object]) -> None:
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason=reason, note="because")
    resource_save(small.editor, ref="n1", body_ref="club", side="need", said_by="somebody else", visible_to="public")
    assert declined(small) == (("n1", "o1"),)
    resource_save(small.editor, ref="n1", body_ref="club", side="need", **changed)
    assert declined(small) == ()
    (answer,) = match_answers(small.viewer, situation(small.viewer).needs, situation(small.viewer).offers)
    assert not answer.holds


def test_other_facts_do_not_open_a_declined_reason(small: Town) -> None:
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="dates")
    resource_save(small.editor, ref="o1", body_ref="firm", side="offer", where="harbour", conditions="no food", amount=hours(20))
    assert declined(small) == (("n1", "o1"),)


def test_declining_never_lowers_a_body_elsewhere(small: Town) -> None:
    before = matched(small.viewer).board
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="kind")
    after = matched(small.viewer).board
    kept = {(f.need.ref, f.offer.ref): f.score_0_1 for f in preparation(small.viewer, today="2026-11-23").matches.fits}
    assert ("n2", "o1") in kept
    rows = [after.need_rows["n2"], before.need_rows["n2"]]
    assert after.fits.score[rows[0]].tolist()[:2] == before.fits.score[rows[1]].tolist()[:2]
    assert after.fits.offer[rows[0]].tolist() == before.fits.offer[rows[1]].tolist()
    assert "o3" in {offer for need, offer in kept if need == "n1"}, "another offer of the same body stands as it stood"


def test_accepting_replaces_what_the_same_side_declined_and_undo_brings_it_back(small: Town) -> None:
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="dates")
    deed = match_answer(small.editor, need="n1", offer="o1", state="accepted")
    assert declined(small) == ()
    assert [row.state for row in MatchAnswer.present.all()] == ["accepted"]
    deed_undo(small.editor, ref=deed)
    assert declined(small) == (("n1", "o1"),)
    assert [row.state for row in MatchAnswer.present.all()] == ["declined"]


def test_the_same_reason_twice_is_one_row_and_two_reasons_are_two(small: Town) -> None:
    for reason in ("dates", "dates", "place"):
        match_answer(small.editor, need="n1", offer="o1", state="declined", reason=reason)
    assert MatchAnswer.present.count() == 2
    resource_save(small.editor, ref="n1", body_ref="club", side="need", from_date="2027")
    assert declined(small) == (("n1", "o1"),), "the place still speaks against it"


def test_a_partner_answers_for_the_own_body_only(small: Town) -> None:
    match_answer(small.partner, need="n1", offer="o1", state="accepted")
    assert MatchAnswer.objects.get().said_for == "need"
    with pytest.raises(NotAllowedError):
        match_answer(small.partner, need="n2", offer="o1", state="accepted")
    with pytest.raises(NotAllowedError):
        match_answer(small.partner, need="n1", offer="o3", state="accepted")  # an offer kept for editors


@pytest.mark.parametrize("who", ["viewer", "elsewhere"])
def test_others_may_not_answer(small: Town, who: str) -> None:
    with pytest.raises(NotAllowedError):
        match_answer(getattr(small, who), need="n1", offer="o1", state="accepted")
    with pytest.raises(NotAllowedError):
        match_answer(small.link("club"), need="n1", offer="o1", state="accepted")


@pytest.mark.parametrize(("state", "reason"), [("declined", ""), ("declined", "mood"), ("accepted", "dates"), ("perhaps", "")])
def test_a_wrong_answer_is_refused(small: Town, state: str, reason: str) -> None:
    with pytest.raises(ValueError, match=state):
        match_answer(small.editor, need="n1", offer="o1", state=state, reason=reason)  # type: ignore[arg-type]
    assert not MatchAnswer.objects.exists()


def test_two_needs_are_no_pair(small: Town) -> None:
    with pytest.raises(NotAllowedError):
        match_answer(small.editor, need="n1", offer="n2", state="accepted")


def test_no_side_overrules_the_other(small: Town) -> None:
    match_answer(small.partner, need="n1", offer="o1", state="declined", reason="dates", note="our own words")
    match_answer(small.editor, need="n1", offer="o1", state="accepted")
    assert declined(small) == (("n1", "o1"),)
    assert situation(small.partner).choosing.declined == (("n1", "o1"),)


def test_a_partner_reads_own_notes_and_no_answer_of_others(small: Town) -> None:
    match_answer(small.editor, need="n1", offer="o1", state="talk", note="SECRETNOTE")
    match_answer(small.editor, need="n2", offer="o1", state="declined", reason="other", note="SECRETNOTE")
    match_answer(small.partner, need="n1", offer="o2", state="talk", note="mine")
    seen = situation(small.partner)
    told = match_answers(small.partner, seen.needs, seen.offers)
    assert {(one.need, one.offer, one.note) for one in told} == {("n1", "o1", ""), ("n1", "o2", "mine")}
    assert seen.choosing.declined == ()
    with pytest.raises(NotAllowedError):
        match_answer_revoke(small.partner, ref=next(one.ref for one in told if one.offer == "o1"))
    match_answer_revoke(small.partner, ref=next(one.ref for one in told if one.offer == "o2"))


def test_an_answer_to_what_is_gone_says_nothing(small: Town) -> None:
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="dates")
    seen = situation(small.viewer)
    assert match_answers(small.viewer, seen.needs, [offer for offer in seen.offers if offer.ref != "o1"]) == ()
    assert situation(replace(small.elsewhere)).choosing.declined == ()


def test_accepted_is_what_nobody_declines(small: Town) -> None:
    match_answer(small.editor, need="n1", offer="o1", state="accepted")
    match_answer(small.editor, need="n2", offer="o2", state="talk")
    assert situation(small.viewer).choosing.accepted == (("n1", "o1"),)
    match_answer(small.partner, need="n1", offer="o1", state="declined", reason="dates")
    assert situation(small.viewer).choosing.accepted == ()
    assert situation(small.partner).choosing.accepted == ()


def test_a_reason_taken_back_and_given_again_is_undone_alone(small: Town) -> None:
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="dates", note="first")
    match_answer_revoke(small.editor, ref=MatchAnswer.objects.get().ref)
    deed = match_answer(small.editor, need="n1", offer="o1", state="declined", reason="dates", note="second")
    assert MatchAnswer.present.get().note == "second"
    deed_undo(small.editor, ref=deed)
    assert not MatchAnswer.present.exists()
    assert declined(small) == ()
