"""Who wants what: nobody's stance is supposed, nobody gets a label, and every finding ends in a talk."""

import random
from dataclasses import replace
from typing import Any

import numpy as np

import world
from shutaf.analysis.actors import shared_stances, stance_findings, stance_table
from shutaf.analysis.actors.mactor.influence import PLANE
from shutaf.analysis.actors.salience import CLASSES
from shutaf.analysis.actors.stances.pairs import MOST_PAIRS
from shutaf.analysis.situation import Body, Finding, Influence, Initiative, Origin, Person, Situation, Stance, Tie, Word

SECTORS = {"a": "public", "b": "business", "c": "business", "d": "community"}


def town(rows: list[tuple[str, str, float]], *influences: tuple[str, str, float], **more: Any) -> Situation:
    """Four bodies, and stances and influences on rows 2, 3, ..."""
    bodies = tuple(Body(ref, ref.upper(), Word(sector, sector)) for ref, sector in SECTORS.items())
    stances = tuple(Stance(body, objective, level, body, origin=Origin("stances", i)) for i, (body, objective, level) in enumerate(rows, 2))
    reach = tuple(Influence(*row, "a", origin=Origin("influence", i)) for i, row in enumerate(influences, 2))
    return Situation(**({"bodies": bodies, "stances": stances, "influences": reach} | more))


def of_key(situation: Situation, key: str) -> list[Finding]:
    return [finding for finding in stance_findings(situation) if finding.key == key]


def test_cell_without_a_row_is_unknown_and_a_zero_is_indifference() -> None:
    table = stance_table(town([("c", "Shade", 2), ("a", "shade ", 0), ("a", "Cars", -4)]))
    assert (table.bodies, table.objectives) == (("a", "c"), ("Shade", "Cars"))
    np.testing.assert_array_equal(table.levels, [[0, -4], [2, np.nan]])
    assert [row.level for row in table.rows[0, 1]] == [-4]


def test_the_most_cautious_row_holds_and_contradicting_rows_hold_nothing() -> None:
    table = stance_table(
        town([("a", "Shade", 4), ("a", "Shade", 1), ("a", "Cars", 3), ("a", "Cars", -1), ("b", "Cars", 0), ("b", "Cars", 2)])
    )
    np.testing.assert_array_equal(table.levels, [[1, np.nan], [np.nan, 0]])
    assert table.told_both_ways == ((0, 1),)


def test_initiative_named_by_ref_or_by_name_is_one_objective() -> None:
    table = stance_table(town([("a", "i1", 1), ("b", "green QUARTER", 2)], initiatives=(Initiative("i1", "Green quarter"),)))
    assert (table.objectives, table.levels.tolist()) == (("Green quarter",), [[1], [2]])


def test_stances_of_strangers_and_of_no_level_are_left_out() -> None:
    assert stance_table(town([("nobody", "Shade", 1), ("a", "Shade", float("nan"))])).bodies == ()
    assert stance_findings(town([])) == ()
    assert stance_findings(Situation()) == ()


def test_pair_with_both_agreement_and_disagreement_counted_by_hand() -> None:
    (pair,) = shared_stances(
        stance_table(town([("a", "x", 1), ("b", "x", 4), ("a", "y", -2), ("b", "y", -1), ("a", "z", 3), ("b", "z", -2), ("a", "w", 1)]))
    )
    assert (pair.one, pair.other, pair.same, pair.apart) == ("a", "b", (0, 1), (2,))
    assert (pair.agreement, pair.disagreement) == (2.5 + 1.5, 2.5)


def test_objective_that_none_refuses_brings_two_sectors_together_who_do_not_work_together_yet() -> None:
    (found,) = of_key(
        town([("b", "Shade", 4), ("c", "Shade", 1), ("d", "Shade", 2), ("a", "Shade", 0)], ties=(Tie("b", "d"),)), "objective_wanted"
    )
    assert found.subject == ("b", "c", "d")
    assert found.facts["pair"] == ("c", "d")
    assert (found.facts["wanting"].value, found.facts["wanting"].base, found.facts["indifferent"]) == (3, 4, ("a",))
    assert (found.step, found.audience, found.sure.level) == ("bring_together_wanted", "driver", 3)
    assert [row.row for row in found.evidence] == [2, 3, 4, 5]


def test_one_who_wants_alone_is_no_finding() -> None:
    assert of_key(town([("b", "Shade", 4), ("c", "Shade", 0)]), "objective_wanted") == []
    assert of_key(town([("b", "Shade", -4), ("c", "Shade", -1)]), "objective_disputed") == []


def test_dispute_brings_together_who_want_most_in_common() -> None:
    rows = [("a", "Cars", 3), ("b", "Cars", 4), ("d", "Cars", -2), ("b", "Shade", 1), ("d", "Shade", 2)]
    (found,) = of_key(town(rows), "objective_disputed")
    assert (found.facts["pair"], found.facts["common"], found.step) == (("b", "d"), "Shade", "bring_together_common")
    assert (found.facts["for_it"], found.facts["against_it"]) == (("a", "b"), ("d",))


def test_what_both_refuse_is_no_beginning() -> None:
    rows = [("a", "Cars", 3), ("d", "Cars", -2), ("a", "Noise", -1), ("d", "Noise", -2)]
    (found,) = of_key(town(rows), "objective_disputed")
    assert (found.facts["common"], found.step) == ("", "bring_together_apart")


def test_dispute_prefers_who_work_together_then_who_can_act_on_the_other() -> None:
    rows = [("a", "Cars", 3), ("b", "Cars", 4), ("d", "Cars", -2)]
    assert of_key(town(rows, ties=(Tie("d", "b"),)), "objective_disputed")[0].facts["pair"] == ("b", "d")
    (found,) = of_key(town(rows, ("b", "d", 3.0), ("b", "d", 2.0)), "objective_disputed")
    assert (found.facts["pair"], found.facts["reach"].value) == (("b", "d"), 2)
    assert Origin("influence", 3) in found.evidence
    assert of_key(town(rows, ("a", "d", 0.0)), "objective_disputed")[0].facts["reach"] is None


def test_contradicting_rows_become_a_question_and_no_verdict() -> None:
    situation = town([("a", "Cars", 3), ("a", "Cars", -1), ("b", "Cars", 2), ("c", "Cars", 2)])
    (found,) = of_key(situation, "stance_told_both_ways")
    assert (found.subject, found.step, [row.row for row in found.evidence]) == (("a",), "ask_body_stance", [2, 3])
    assert of_key(situation, "objective_wanted") == []
    assert of_key(situation, "stances_unknown") == []


def test_blank_on_what_most_differ_about_is_asked_first_of_who_can_act_on_most() -> None:
    rows = [("a", "Shade", 1), ("b", "Shade", 1), ("c", "Shade", 1), ("d", "Shade", 1), ("a", "Cars", 1), ("b", "Cars", -1)]
    (found,) = of_key(town(rows, ("d", "a", 1.0), ("d", "b", 2.0), ("c", "a", 4.0), ("d", "c", 0.0)), "stances_unknown")
    assert (found.facts["objective"], found.facts["ask"], found.facts["reach"].value) == ("Cars", "d", 2)
    assert (found.facts["unknown"].value, found.facts["unknown"].base, found.sure.level) == (2, 8, 4)
    (without,) = of_key(town(rows), "stances_unknown")
    assert (without.facts["ask"], without.facts["reach"]) == ("c", None)


def test_pair_wants_the_same_only_when_it_is_not_known_to_differ() -> None:
    alike = [("a", "x", 1), ("b", "x", 2), ("a", "y", -3), ("b", "y", -3)]
    (found,) = of_key(town(alike), "pair_wants_same")
    assert (found.subject, found.facts["same_objectives"], found.facts["same"].value) == (("a", "b"), ("y", "x"), 2)
    assert of_key(town([*alike, ("a", "z", 1), ("b", "z", -1)]), "pair_wants_same") == []
    assert of_key(town(alike[:2]), "pair_wants_same") == []


def test_pair_that_differs_is_told_what_it_agrees_on() -> None:
    rows = [("a", "x", 1), ("b", "x", -2), ("a", "y", 4), ("b", "y", -3), ("a", "z", 2), ("b", "z", 3)]
    (found,) = of_key(town(rows), "pair_differs")
    assert (found.facts["objective"], found.facts["apart_objectives"], found.facts["common"]) == ("y", ("y", "x"), "z")
    assert (found.step, found.sure.level, len(found.evidence)) == ("bring_together_common", 3, 6)


def test_at_most_a_few_pairs_of_a_kind_the_heaviest_first() -> None:
    rows = [(body, objective, level) for objective, sign in (("x", 1), ("y", -1)) for body, level in zip("abcd", (1, 2, 3, 4), strict=True) for level in (sign * level,)]  # fmt: skip
    found = of_key(town(rows), "pair_wants_same")
    assert [finding.subject for finding in found] == [("c", "d"), ("b", "d"), ("a", "d")][:MOST_PAIRS]


def test_whose_word_it_is_stands_beside_it() -> None:
    situation = town([("a", "Shade", 1), ("b", "Shade", 2)])
    spoken = replace(
        situation, stances=(situation.stances[0], replace(situation.stances[1], said_by="p1")), people=(Person("p1", "Noa", "b"),)
    )
    assumed = replace(spoken, people=(Person("p1", "Noa", "c"),))
    for town_, own in ((spoken, 2), (assumed, 1)):
        (found,) = of_key(town_, "objective_wanted")
        assert (found.facts["own"].value, found.facts["told"]) == (own, 2)


def test_speaker_and_tie_nobody_wrote_down_are_said_to_be_unknown() -> None:
    situation = town([("b", "Shade", 1), ("c", "Shade", 2)])
    silent = replace(situation, stances=tuple(replace(row, said_by="") for row in situation.stances))
    (found,) = of_key(silent, "objective_wanted")
    assert (found.facts["spoken"], found.facts["own"].value, found.facts["pair_tie_known"]) == (0, 0, None)
    (found,) = of_key(replace(situation, ties=(Tie("a", "d"),)), "objective_wanted")
    assert (found.facts["spoken"], found.facts["pair_tie_known"]) == (2, False)


def test_every_finding_is_the_drivers_has_evidence_and_no_class_name() -> None:
    rows = [("a", "x", 1), ("b", "x", -2), ("a", "y", 4), ("b", "y", 3), ("c", "y", 1), ("d", "w", 1), ("d", "w", -1)]
    found = stance_findings(town(rows, ("a", "b", 2.0), ("b", "a", 1.0)))
    assert {finding.key for finding in found} >= {
        "objective_wanted",
        "objective_disputed",
        "stance_told_both_ways",
        "stances_unknown",
        "pair_differs",
    }
    assert {finding.audience for finding in found} == {"driver"}
    assert all(finding.step and finding.evidence for finding in found)
    labels = {*PLANE, *CLASSES, "opponent", "ally"} - {"definitive"}
    assert not any(label in repr((finding.key, finding.facts, finding.step)) for finding in found for label in labels)


def test_order_of_rows_decides_no_count() -> None:
    rows = [("a", "x", 1.0), ("b", "x", -2.0), ("a", "y", 4.0), ("b", "y", 3.0), ("c", "y", 1.0), ("d", "x", 2.0)]
    mixed = random.Random(7).sample(rows, len(rows))
    counts = [sorted((f.key, f.subject, f.facts["wanting"].value, f.facts["refusing"].value) for f in stance_findings(town(some)) if "wanting" in f.facts) for some in (rows, mixed)]  # fmt: skip
    assert counts[0] == counts[1]


def test_crowd_of_bodies_leaves_pairs_out_and_keeps_objectives() -> None:
    crowd = tuple(Body(str(i), str(i)) for i in range(501))
    stances = tuple(Stance(body.ref, "Shade", 1.0 if i % 2 else -1.0) for i, body in enumerate(crowd))
    found = stance_findings(Situation(bodies=crowd, stances=stances))
    assert [finding.key for finding in found] == ["objective_disputed"]


def test_town_of_the_tests_yields_only_what_it_knows() -> None:
    assert [finding.key for finding in stance_findings(world.town())] == ["stances_unknown"]


def test_row_of_a_stranger_hides_none_behind_it_and_indifference_contradicts_nothing() -> None:
    table = stance_table(town([("nobody", "Shade", 1), ("a", "Shade", -1), ("a", "Shade", 0), ("b", "Shade", -0.5)]))
    np.testing.assert_array_equal(table.levels, [[-1], [-0.5]])
    (pair,) = shared_stances(table)
    assert (pair.same, pair.agreement) == ((0,), 0.75)
    (small,) = shared_stances(stance_table(town([("a", "x", 0.25), ("b", "x", 0.25)])))
    assert (small.same, small.agreement) == ((0,), 0.25)


def test_every_number_says_its_formula_what_it_is_about_and_its_rows() -> None:
    situation = town([("a", "x", 1), ("b", "x", -2), ("a", "y", 4), ("b", "y", 3), ("c", "y", 1)], ("a", "b", 2.0), ("c", "b", 1.0))
    found = {(f.key, f.facts.get("objective")): f.facts for f in stance_findings(situation)}
    numbers = [
        (found["objective_disputed", "x"]["wanting"], "bodies_wanting", ("x",), [2]),
        (found["objective_disputed", "x"]["refusing"], "bodies_refusing", ("x",), [3]),
        (found["objective_disputed", "x"]["own"], "stances_own", ("stances", "x"), [2, 3]),
        (found["objective_disputed", "x"]["reach"], "influence_level", ("a", "b"), [2]),
        (found["pair_differs", "x"]["same"], "objectives_same", ("a", "b"), [4, 5]),
        (found["pair_differs", "x"]["apart"], "objectives_apart", ("a", "b"), [2, 3]),
        (found["stances_unknown", "x"]["reach"], "bodies_reached", ("c",), [3]),
    ]
    assert [(n.key, n.about, [row.row for row in n.rows]) for n, *_ in numbers] == [(key, about, rows) for _, key, about, rows in numbers]
    assert found["stances_unknown", "x"]["unknown"].key == "stances_unknown"


def test_dispute_tells_who_can_act_on_whom_who_knows_whom_and_comes_first() -> None:
    rows = [("a", "x", 1), ("b", "x", -2), ("a", "y", 1), ("b", "y", 1)]
    situation = town(rows, ("a", "b", 1.0), ("a", "b", 1.0), ties=(Tie("c", "d"),))
    found = stance_findings(situation)
    assert [finding.weight for finding in found] == sorted((finding.weight for finding in found), reverse=True)
    assert (found[0].key, found[0].weight) == ("objective_disputed", 6.5)
    facts = found[0].facts
    assert (facts["source"], facts["target"], facts["reach"].value, facts["pair_tie_known"]) == ("a", "b", 1, False)
    assert (facts["own"].about, facts["own"].base, facts["common"]) == (("stances", "x"), 2, "y")
    assert [row.row for row in facts["reach"].rows] == [2]


def test_dispute_does_not_choose_by_the_names_of_bodies() -> None:
    rows = [("a", "Cars", 3), ("b", "Cars", 4), ("c", "Cars", -2), ("d", "Cars", -2)]
    for more, pair in (((("a", "c", 1.0),), ("a", "c")), ((("a", "d", 2.0), ("b", "c", 1.0)), ("a", "d")), ((), ("a", "c"))):
        (found,) = of_key(town(rows, *more), "objective_disputed")
        assert (found.facts["pair"], found.subject, found.facts["refusing"].base) == (pair, ("a", "b", "c", "d"), 4)
        assert (found.sure.level, found.sure.cause) == (3, "stances_known")
    (both,) = of_key(town([("a", "x", 1), ("a", "x", -1), ("b", "x", 1)]), "stance_told_both_ways")
    assert (both.facts["ask"], both.facts["objective"], both.facts["told"], both.sure.facts) == ("a", "x", 2, {"rows": 2})
