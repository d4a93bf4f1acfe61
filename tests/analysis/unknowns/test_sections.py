"""What is missing for each section, and how much is not known: counted with its base."""

from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.situation import Body, Department, Initiative, MapBasis, Number, Offer, Origin, Place, Situation, Tie, Word
from shutaf.analysis.unknowns.sections import SECTIONS, coverage, missing_inputs, pairs_known


def counted(situation: Situation, key: str) -> Number:
    return next(number for number in coverage(situation) if number.key == key)


def test_empty_situation_lacks_every_section_in_the_order_of_the_brief() -> None:
    lacking = missing_inputs(Situation())
    assert list(dict.fromkeys(one.section for one in lacking)) == list(SECTIONS)
    assert all(one.minutes > 0 and one.sheet and one.columns for one in lacking)


def test_section_with_its_input_is_not_asked_for() -> None:
    town = Situation(place=Place(name="A", goals=(Word("water", "water"),)), bodies=(Body("1", "A", Word("x", "business")),))
    sections = {(one.section, one.columns) for one in missing_inputs(town)}
    assert "place" not in {section for section, _ in sections}
    assert ("external_map", ("name", "sector")) not in sections
    assert ("external_map", ("themes",)) in sections


def test_coverage_counts_the_unknown_with_base_and_rows() -> None:
    bodies = (
        Body("d", "D", department=Department()),
        Body("1", "A", Word("b", "business"), origin=Origin("organisations", 2)),
        Body("2", "B", themes=(Word("own"),), origin=Origin("organisations", 3)),
    )
    town = Situation(bodies=bodies, offers=(Offer("offer 1", "1", "x"),), initiatives=(Initiative("i", "I", chance_0_1=0.0),))
    values = {number.key: (number.value, number.base) for number in coverage(town)}
    assert values["sectors_unknown"] == (1, 2)
    assert values["themes_unknown"] == (1, 2)
    assert values["offers_unknown"] == (2, 3)
    assert values["departments_not_asked"] == (1, 1)
    assert values["chances_unknown"] == (0, 1)
    assert values["months_unknown"] == (1, 1)
    assert counted(town, "sectors_unknown").rows == (Origin("organisations", 3),)


def test_department_that_typed_the_map_was_asked() -> None:
    town = Situation(bodies=(Body("d", "D", department=Department()),), map=MapBasis(informants=("d",)))
    assert counted(town, "departments_not_asked").value == 0


def test_pair_is_known_by_a_yes_or_a_no_and_not_by_an_unknown() -> None:
    bodies = tuple(Body(ref, ref) for ref in "abcd")
    ties = (
        Tie("a", "b"),
        Tie("b", "a", status="none"),
        Tie("a", "c", status="none"),
        Tie("c", "d", status="unknown"),
        Tie("a", "a"),
        Tie("a", "x"),
    )
    town = Situation(bodies=bodies, ties=ties)
    assert pairs_known(town) == {frozenset("ab"), frozenset("ac")}
    assert (counted(town, "pairs_unknown").value, counted(town, "pairs_unknown").base) == (4, 6)


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30))
def test_no_count_is_above_its_base(pairs: set[tuple[int, int]]) -> None:
    bodies = tuple(Body(str(n), str(n)) for n in range(7))
    ties = tuple(Tie(str(one), str(two)) for one, two in pairs)
    for number in coverage(Situation(bodies=bodies, ties=ties)):
        assert number.base is not None
        assert 0 <= number.value <= number.base
