"""What changed: records are recognised, and what nobody wrote is asked and not claimed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.change.findings import change_findings
from shutaf.analysis.change.model import Changes
from shutaf.analysis.change.since import changes
from shutaf.analysis.situation import Body, Department, Finding, Initiative, Need, Offer, Origin, Person, Situation, Tie, Word

SPACE = Word("space", "space")


def body(ref: str, name: str = "", sector: str = "business") -> Body:
    return Body(ref, name or f"body {ref}", Word(sector, sector))


OLD = Situation(
    bodies=(Body("d", "Works", department=Department()), body("1"), body("2"), body("3", sector="academia")),
    people=(Person("p1", "Lea", "d", role="clerk"), Person("p2", "Omar", "1")),
    ties=(Tie("d", "1", holder="p1"), Tie("d", "2"), Tie("1", "2", strength_1_5=3), Tie("3", "1"), Tie("d", "3", "none")),
    needs=(Need("need 1", "1", "A hall", SPACE),),
    offers=(Offer("offer 1", "3", "Hall", SPACE),),
    initiatives=(Initiative("i1", "Plant trees", chance_0_1=0.5),),
)


def findings(old: Situation, new: Situation) -> dict[str, Finding]:
    return {finding.key: finding for finding in change_findings(old, new, changes(old, new))}


def test_same_situation_has_no_changes() -> None:
    since = changes(OLD, OLD)
    assert since.is_empty
    assert len(since.ties_kept) == 4
    assert change_findings(OLD, OLD, since) == ()


def test_row_inserted_above_moves_refs_and_changes_nothing_else() -> None:
    old = Situation(bodies=(body("1", "A"), body("2", "B")), ties=(Tie("1", "2"),))
    new = Situation(bodies=(body("1", "New"), body("2", "A"), body("3", "b ")), ties=(Tie("2", "3"),))
    since = changes(old, new)
    assert [one.name for one in since.bodies_new] == ["New"]
    assert since.ref_now == {"1": "2", "2": "3"}
    assert [change.before + " > " + change.after for change in since.bodies_renamed] == ["B > b "]
    assert [change.pair for change in since.ties_kept] == [("2", "3")]


def test_body_renamed_keeps_its_ref_and_ties() -> None:
    new = replace(OLD, bodies=(*OLD.bodies[:1], body("1", "Another name", "community"), *OLD.bodies[2:]))
    since = changes(OLD, new)
    assert [(one.ref, one.after) for one in since.bodies_renamed] == [("1", "Another name")]
    assert [(one.before, one.after) for one in since.sectors_changed] == [("business", "community")]
    assert since.bodies_new == since.bodies_gone == ()


def test_tie_no_longer_listed_is_lost_and_tie_said_to_be_none_is_now_none() -> None:
    new = replace(OLD, ties=(Tie("1", "d"), Tie("2", "d", "none"), Tie("3", "1", "unknown"), Tie("3", "d")))
    since = changes(OLD, new)
    assert [change.pair for change in since.ties_kept] == [("1", "d")]
    assert [change.pair for change in since.ties_gained] == [("3", "d")]
    assert [change.pair for change in since.ties_lost] == [("1", "2"), ("1", "3")]
    assert [change.pair for change in since.ties_now_none] == [("2", "d")]


def test_ties_of_a_body_that_went_are_told_with_the_body() -> None:
    new = replace(OLD, bodies=OLD.bodies[:-1], ties=OLD.ties[:3], offers=())
    assert changes(OLD, new).ties_lost == ()
    gone = findings(OLD, new)["body_gone"]
    assert (gone.facts["name"], gone.facts["ties"].value, gone.facts["offers"].value) == ("body 3", 1, 1)


def test_need_that_is_gone_may_be_met_by_a_body_tied_since() -> None:
    new = replace(OLD, needs=(Need("need 1", "2", "Another"),), ties=(*OLD.ties[:3], Tie("1", "3")))
    old = replace(OLD, ties=OLD.ties[:3])
    since = changes(old, new)
    assert [(gone.need.title, gone.maybe_met_by) for gone in since.needs_gone] == [("A hall", ("3",))]
    assert [need.title for need in since.needs_new] == ["Another"]
    assert findings(old, new)["need_gone"].step == "ask_whether_met"
    assert changes(OLD, replace(new, ties=OLD.ties)).needs_gone[0].maybe_met_by == ()


def test_person_who_left_leaves_ties_to_hand_over_for_the_driver_only() -> None:
    ended = (replace(OLD.people[0], until_date="2026-10"), OLD.people[1])
    since = changes(OLD, replace(OLD, people=ended))
    assert [(end.person.ref, end.how, end.body) for end in since.roles_ended] == [("p1", "until", "d")]
    finding = findings(OLD, replace(OLD, people=ended))["holder_left"]
    assert (finding.audience, finding.facts["ties"].value, finding.subject) == ("driver", 1, ("d", "1"))


def test_person_gone_or_moved_has_left_the_role() -> None:
    moved = (replace(OLD.people[0], body="2"),)
    assert [(end.person.ref, end.how) for end in changes(OLD, replace(OLD, people=moved)).roles_ended] == [("p2", "gone"), ("p1", "moved")]


def test_initiative_tells_which_fields_changed_and_moved_refs_are_no_change() -> None:
    old = Situation(bodies=(body("1", "A"),), initiatives=(Initiative("i1", "Trees", gains=("1",)),))
    new = Situation(bodies=(body("7", "A"),), initiatives=(Initiative("i2", "trees", gains=("7",), chance_0_1=0.4),))
    (change,) = changes(old, new).initiatives_changed
    assert change.changed == ("name", "chance_0_1")


def test_sector_filled_and_emptied() -> None:
    without = replace(OLD, bodies=OLD.bodies[:-1], ties=OLD.ties[:3], offers=())
    assert findings(without, OLD)["sector_filled"].facts["sector"] == "academia"
    assert findings(OLD, without)["sector_emptied"].facts["sector"] == "academia"


def test_changed_invitations_and_ties_across_sectors_are_told() -> None:
    bodies = (*OLD.bodies[:1], replace(OLD.bodies[1], invite="yes"), *OLD.bodies[2:])
    new = replace(OLD, bodies=bodies, ties=(*OLD.ties, Tie("2", "3", origin=Origin("ties", 9))))
    found = findings(OLD, new)
    assert (found["invitation_changed"].subject, found["invitation_changed"].facts["after"]) == (("1",), "yes")
    assert found["invitation_changed"].audience == "driver"
    assert (found["ties_gained"].facts["ties"].value, found["ties_gained"].facts["across"].value) == (1, 1)
    assert found["ties_gained"].evidence == (Origin("ties", 9),)


pairs = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]))


def situation_of(ties: set[tuple[int, int]]) -> Situation:
    return Situation(bodies=tuple(body(str(n)) for n in range(6)), ties=tuple(Tie(str(one), str(two)) for one, two in ties))


@given(pairs, pairs)
def test_what_one_way_is_gained_is_lost_the_other_way(one: set[tuple[int, int]], two: set[tuple[int, int]]) -> None:
    forth, back = changes(situation_of(one), situation_of(two)), changes(situation_of(two), situation_of(one))
    assert {change.pair for change in forth.ties_gained} == {change.pair for change in back.ties_lost}
    assert {change.pair for change in forth.ties_kept} == {change.pair for change in back.ties_kept}
    assert len(forth.ties_kept) + len(forth.ties_lost) == len(one)


@given(st.lists(st.sampled_from(["hall", "van", "Hall"]), max_size=5))
def test_rows_alike_do_not_change_by_being_alike(titles: list[str]) -> None:
    needs = tuple(Need(f"need {n}", "1", title) for n, title in enumerate(titles))
    since: Changes = changes(replace(OLD, needs=needs), replace(OLD, needs=needs))
    assert since.is_empty
