"""Bodies by group, themes by sector, departments by sector: counted by hand, unknown kept apart from nothing."""

from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.actors.counts import OWN_WORD, UNKNOWN, bodies_by_group, departments_by_sector, themes_by_sector
from shutaf.analysis.situation import SECTORS, Body, Department, MapBasis, Origin, Situation, Tie, Word


def organisation(ref: str, sector: str = "", *themes: str) -> Body:
    words = tuple(Word(theme, "" if theme.startswith("own") else theme) for theme in themes)
    return Body(ref, ref, Word(sector, sector), themes=words, origin=Origin("organisations", int(ref) + 1))


def department(ref: str) -> Body:
    return Body(ref, ref, department=Department())


TOWN = Situation(
    bodies=(
        department("90"),
        department("91"),
        department("92"),
        organisation("1", "business", "water", "water", "food"),
        organisation("2", "business"),
        organisation("3", "civil_society", "water", "own idea"),
        organisation("4"),
    ),
    ties=(
        Tie("90", "1", origin=Origin("ties", 2)),
        Tie("3", "90"),
        Tie("91", "1"),
        Tie("1", "91"),
        Tie("92", "2", status="none"),
        Tie("90", "91"),
    ),
    map=MapBasis(informants=("90",)),
)


def test_bodies_are_counted_by_department_and_sector_in_legend_order() -> None:
    counts = bodies_by_group(TOWN)
    assert list(counts) == ["department", *SECTORS, UNKNOWN]
    assert {group: number.value for group, number in counts.items() if number.value} == {
        "department": 3,
        "business": 2,
        "civil_society": 1,
        UNKNOWN: 1,
    }
    assert counts["business"].rows == (Origin("organisations", 2), Origin("organisations", 3))
    assert counts["academia"].base == 7


def test_body_counts_once_in_each_of_its_themes() -> None:
    table = themes_by_sector(TOWN)
    assert table.rows == ("water", "food", OWN_WORD, UNKNOWN)
    cell = table.cell("water", "business")
    assert cell is not None
    assert cell.value == 1
    assert cell.rows == (Origin("organisations", 2),)


def test_body_without_theme_is_counted_as_unknown() -> None:
    table = themes_by_sector(TOWN)
    values = {column: number.value for column, number in zip(table.columns, table.cells[-1], strict=True) if number}
    assert values == {"public": 0, "business": 1, "civil_society": 0, "academia": 0, "community": 0, UNKNOWN: 1}


def test_department_that_answered_has_a_number_in_every_cell() -> None:
    found = departments_by_sector(TOWN)
    row = found.table.cells[found.table.rows.index("90")]
    assert [number.value for number in row if number is not None] == [0, 1, 1, 0, 0, 0]
    assert found.asked == (True, False, False)


def test_department_that_was_not_asked_has_no_zeros() -> None:
    table = departments_by_sector(TOWN).table
    tied = table.cell("91", "business")
    assert tied is not None
    assert tied.value == 1
    assert table.cell("91", "civil_society") is None
    assert set(table.cells[table.rows.index("92")]) == {None}


def test_empty_map_has_empty_tables() -> None:
    assert themes_by_sector(Situation()).rows == ()
    assert departments_by_sector(Situation()).table.cells == ()
    assert all(number.value == 0 for number in bodies_by_group(Situation()).values())


@given(st.lists(st.sampled_from([*SECTORS, ""]), max_size=30))
def test_groups_add_up_to_the_list(sectors: list[str]) -> None:
    bodies = tuple(organisation(str(i), sector) for i, sector in enumerate(sectors))
    assert sum(number.value for number in bodies_by_group(Situation(bodies=bodies)).values()) == len(bodies)
