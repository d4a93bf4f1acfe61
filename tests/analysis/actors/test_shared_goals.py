"""Shared targets, and departments' goals that outside bodies share."""

from shutaf.analysis.actors.shared_goals import shared_goals
from shutaf.analysis.situation import Body, Department, Situation, Tie, Word

WATER, WASTE = Word("Wasser", "water"), Word("waste", "waste")


def body(ref: str, sector: str, *targets: Word, themes: tuple[Word, ...] = ()) -> Body:
    return Body(ref, ref, Word(sector, sector), own_targets=targets, themes=themes)


def department(*goals: Word) -> Body:
    return Body("d", "d", department=Department(goals_not_alone=goals))


def test_shared_target_proposes_a_pair_of_two_sectors_without_known_tie() -> None:
    bodies = (
        body("1", "business", WATER),
        body("2", "business", Word("water", "water")),
        body("3", "academia", WATER),
        body("4", "community", WATER),
    )
    (finding,) = shared_goals(Situation(bodies=bodies, ties=(Tie("1", "3"),)))
    assert finding.key == "target_shared"
    assert finding.subject == ("1", "2", "3", "4")
    assert finding.facts["pair"] == ("1", "4")
    assert finding.facts["pair_tie_known"] is False
    assert finding.facts["sectors"] == ("business", "academia", "community")


def test_own_words_are_the_same_after_folding_only() -> None:
    same = Situation(bodies=(body("1", "business", Word("Less  Noise")), body("2", "business", Word("less noise"))))
    other = Situation(bodies=(body("1", "business", Word("less noise")), body("2", "business", Word("less dust"))))
    assert len(list(shared_goals(same))) == 1
    assert list(shared_goals(other)) == []


def test_body_that_names_a_target_twice_shares_it_with_nobody() -> None:
    assert list(shared_goals(Situation(bodies=(body("1", "business", WATER, WATER),)))) == []


def test_goal_a_department_cannot_reach_alone_calls_the_body_it_already_knows() -> None:
    bodies = (department(WATER), body("1", "business", WATER), body("2", "academia", themes=(WATER,)))
    (finding,) = shared_goals(Situation(bodies=bodies, ties=(Tie("d", "2"),)))
    assert finding.key == "goal_not_alone_shared"
    assert finding.subject == ("d", "1", "2")
    assert (finding.facts["sharing"].value, finding.facts["working"].value) == (1, 1)
    assert (finding.facts["ask"], finding.facts["ask_rule"]) == ("2", "tied_to_department")


def test_goal_nobody_shares_is_told_only_where_targets_are_known() -> None:
    known = Situation(bodies=(department(WATER), body("1", "business", WASTE)))
    unknown = Situation(bodies=(department(WATER), body("1", "business")))
    assert [finding.key for finding in shared_goals(known)] == ["goal_not_alone_unshared"]
    assert list(shared_goals(unknown)) == []
