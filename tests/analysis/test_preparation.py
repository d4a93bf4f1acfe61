"""The one place that runs everything."""

from __future__ import annotations

from dataclasses import replace

from shutaf.analysis import preparation
from shutaf.analysis.preparation import prepare
from shutaf.analysis.situation import Body, Initiative, Offer, Requirement, Situation, Tie, Word

TODAY = "2026-11-23"
SPACE = Word("space", "space")


def town() -> Situation:
    return Situation(
        bodies=(Body("a", "A", Word("", "public")), Body("b", "B", Word("", "business")), Body("c", "C", Word("", "civil_society"))),
        ties=(Tie("a", "b"), Tie("b", "c")),
        offers=(Offer("offer 1", "b", "hall", SPACE),),
        initiatives=(Initiative("i", "Market", requires=(Requirement(SPACE),), chance_0_1=0.9),),
    )


def test_an_empty_situation_is_prepared_without_inventing_anything():
    prepared = prepare(Situation(), today=TODAY)
    assert prepared.coalition is None
    assert prepared.ranking.first is None
    assert prepared.questions == ()


def test_the_first_initiative_gets_its_coalition():
    prepared = prepare(town(), today=TODAY)
    assert prepared.ranking.first == "i"
    assert prepared.coalition is not None
    assert "b" in prepared.coalition.refs


def test_changes_are_told_only_beside_an_earlier_state():
    now = town()
    assert prepare(now, today=TODAY).changes is None
    before = replace(now, bodies=now.bodies[:2], ties=now.ties[:1])
    changes = prepare(now, today=TODAY, before=before).changes
    assert changes is not None
    assert [body.ref for body in changes.bodies_new] == ["c"]


def test_rows_of_the_file_may_stand_in_any_order():
    one, other = town(), replace(town(), bodies=town().bodies[::-1], ties=town().ties[::-1])
    found = [{finding.key for finding in prepare(situation, today=TODAY).ties_found} for situation in (one, other)]
    assert found[0] == found[1]


def test_the_choice_is_not_run_again_for_an_answer_it_does_not_read(monkeypatch):
    runs: list[Situation] = []
    rank = preparation.rank_initiatives
    monkeypatch.setattr(preparation, "rank_initiatives", lambda situation: runs.append(situation) or rank(situation))
    remembered = preparation._Remembered(
        lambda situation: preparation.rank_initiatives(situation).first, "bodies", "offers", "stances", "initiatives"
    )
    now = town()
    assert [remembered(now), remembered(replace(now, ties=()))] == ["i", "i"]
    assert len(runs) == 1
