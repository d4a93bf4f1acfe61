"""Does a tick of the matrix write one pair once, whichever way round it was written before?"""

from __future__ import annotations

import pytest

from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.network.ticks import ticks
from shutaf.analysis.situation import Body, Department, Situation, Tie, Word
from shutaf.partnerships.queries import situation
from shutaf.relations.actions import ties_tick
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

PAIR = ("bakery", "parks")


@pytest.fixture
def small(db: None) -> Town:
    bodies = (Body("bakery", "מאפייה", Word("", "business")), Body("parks", "גנים", department=Department()))
    return build_town(Situation(bodies=bodies, ties=(Tie("bakery", "parks", strength_1_5=1),)), partner_of="bakery")


@pytest.mark.parametrize(("told", "shown", "rows"), [("works", "works", 1), ("none", "none", 1), ("", None, 0)])
def test_a_tie_written_from_the_body_is_the_same_pair(small: Town, told: str, shown: str | None, rows: int) -> None:
    assert ties_tick(small.editor, ticks={("parks", "bakery"): told}) == 1
    seen = situation(small.viewer)
    assert (ticks(seen).get(PAIR), len(seen.ties)) == (shown, rows)


def test_a_tick_that_is_there_changes_nothing(small: Town) -> None:
    assert ties_tick(small.editor, ticks={("parks", "bakery"): "knows"}) == 0


def test_only_editors_tick(small: Town) -> None:
    for who in (small.viewer, small.partner, small.link("bakery")):
        with pytest.raises(NotAllowedError):
            ties_tick(who, ticks={("parks", "bakery"): "works"})


def test_of_several_rows_the_strongest_is_shown() -> None:
    rows = (Tie("a", "b", status="none"), Tie("b", "a", strength_1_5=2), Tie("c", "a", status="unknown"))
    assert dict(ticks(Situation(ties=rows))) == {("a", "b"): "knows", ("a", "c"): ""}
