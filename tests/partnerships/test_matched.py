"""Are stored matches given at once, said to be of before, and made anew; and do answers alone read nothing but answers?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shutaf.accounts.queries import workspace_facts
from shutaf.analysis.situation import Body, Need, Offer, Place, Situation, Word
from shutaf.bodies.actions import body_change
from shutaf.exchange.actions import resource_remove, resource_save
from shutaf.exchange.answer_actions import match_answer
from shutaf.partnerships import matched as room
from shutaf.partnerships.matched import matched
from shutaf.partnerships.queries import situation, situation_at_hand
from shutaf.partnerships.seen import TABLES, seen_now
from shutaf.stewardship.undo import deed_undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

SPACE = Word("", "space")
SITUATION = Situation(
    Place(name="Town"),
    (Body("club", "Club"), Body("firm", "Firm"), Body("mill", "Mill")),
    needs=(Need("n1", "club", "a room", SPACE, visible_to="partners"), Need("n2", "mill", "a hall", SPACE)),
    offers=(Offer("o1", "firm", "our hall", SPACE, visible_to="partners"),),
)


@pytest.fixture
def small(db: None) -> Town:
    return build_town(SITUATION, partner_of="club")


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """Every map is large, and what would be computed beside waits here."""
    asked: list[Callable[[], object]] = []
    monkeypatch.setattr(room, "SMALL_PAIRS", 0)
    monkeypatch.setattr(room, "PAGE_FIRST_SECONDS", 0)
    monkeypatch.setattr(room._beside, "start", lambda _key, work, *, name: asked.append(work) if name else None)
    monkeypatch.setattr(room.connections, "close_all", lambda: None)
    return asked


def test_a_large_map_is_given_as_it_was_while_it_is_matched_anew(small: Town, waiting: list[Callable[[], object]]) -> None:
    before = matched(small.viewer)
    assert before.is_of_now
    resource_save(small.editor, body_ref="firm", side="offer", title="a cellar", kind=SPACE)
    with CaptureQueriesContext(connection) as asked:
        at_once = matched(small.viewer)
    assert (at_once.board, at_once.is_of_now) == (before.board, False)
    assert len(asked) <= 3 + len(TABLES), "one a table asks what was touched; the map is not read while the page waits"
    waiting.pop()()
    now = matched(small.viewer)
    assert now.is_of_now
    assert len(now.board.table.offers) == 2


def test_a_declined_pair_is_out_of_what_is_stored_next(small: Town, waiting: list[Callable[[], object]]) -> None:
    assert int(matched(small.viewer).board.fit_count.sum()) == 2
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="dates")
    assert not matched(small.viewer).is_of_now
    waiting.pop()()
    assert int(matched(small.viewer).board.fit_count.sum()) == 1


def test_what_was_accepted_leaves_the_stored_matches_of_now(small: Town, waiting: list[Callable[[], object]]) -> None:
    board = matched(small.viewer).board
    match_answer(small.editor, need="n1", offer="o1", state="accepted")
    assert matched(small.viewer) == room.Matched(board, is_of_now=True)
    assert not waiting


@pytest.mark.parametrize("who", ["viewer", "partner"])
def test_after_an_answer_only_the_answers_are_read(small: Town, who: str) -> None:
    viewer = getattr(small, who)
    before = situation(viewer)
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="dates")
    seen = situation(viewer)
    assert seen.choosing.declined == (("n1", "o1"),)
    assert seen.needs is before.needs
    match_answer(small.editor, need="n2", offer="o1", state="declined", reason="dates")
    assert situation(viewer).choosing.declined == ((("n1", "o1"), ("n2", "o1")) if who == "viewer" else (("n1", "o1"),))


def test_a_deed_on_the_map_reads_what_it_touched(small: Town) -> None:
    situation(small.viewer)
    deed = match_answer(small.editor, need="n1", offer="o1", state="declined", reason="dates")
    deed_undo(small.editor, ref=deed)
    assert situation_at_hand(small.viewer) is not None
    assert situation(small.viewer).choosing.declined == ()
    body_change(small.editor, ref="firm", city="Akko")
    assert situation_at_hand(small.viewer) is None
    assert next(body for body in situation(small.viewer).bodies if body.ref == "firm").city == "Akko"


def test_each_reader_has_matches_of_its_own(small: Town) -> None:
    assert len(matched(small.viewer).board.table.needs) == 2
    assert len(matched(small.partner).board.table.needs) == 1


def test_after_a_need_was_written_only_needs_and_offers_are_read(small: Town) -> None:
    before = situation(small.viewer)
    resource_save(small.editor, body_ref="firm", side="need", title="hands", kind=SPACE)
    resource_save(small.editor, ref="o1", body_ref="mill", side="offer")
    match_answer(small.editor, need="n1", offer="o1", state="declined", reason="dates")
    seen = situation(small.viewer)
    assert seen.bodies is before.bodies
    assert seen == seen_now(small.viewer, workspace_facts(small.viewer), None).situation, "as if all had been read"
    assert [offer.body for offer in seen.offers] == ["mill"]
    resource_remove(small.editor, ref="n2", body_ref="mill")
    assert [need.ref for need in situation(small.viewer).needs][:1] == ["n1"]
    assert "n2" not in {need.ref for need in situation(small.viewer).needs}
