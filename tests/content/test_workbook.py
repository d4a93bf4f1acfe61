"""Does every sheet, column and unit of the public contract exist, in four languages, and is no header or unit readable two ways?"""

from collections.abc import Callable, Iterable
from decimal import Decimal

import pytest

from shutaf import content
from shutaf.analysis.text.fold import fold, fold_header
from shutaf.content.tables import rows

CONTRACT = {
    "place": "name* name_he name_ar name_en name_de country population languages| cluster_1_10 currency time_zone goals| challenges| assets| "
    "population_groups| economy| anchor_institutions| neighbourhoods|",
    "departments": "id name* contact targets| goals_not_alone| limits decides would_join",
    "organisations": "id name* name_he name_ar name_en name_de sector* kind registration_no city neighbourhood themes| population_groups| own_targets| "
    "motives| barriers| opportunities influence_1_10 interest_1_10 change_agent invite rated_by as_of source lat lon",
    "people": "id name* body* role from until email phone language source",
    "ties": "from* to* status kind direction strength_1_5 since until holder reported_by source",
    "needs": "body* title* kind themes| amount unit from until where conditions said_by as_of visible_to",
    "offers": "body* title* kind themes| amount unit from until where conditions said_by as_of visible_to",
    "initiatives": "name* problem typology requires| gains| chance_0_1 months_to_result",
    "stances": "body* objective* stance_-4_4 said_by",
    "influence": "from* to* level_0_4 said_by",
    "map": "basis informants| asked| as_of",
}
"""The workbook as promised to the public: `*` required, `|` several values; `languages` takes several too."""

KINDS = {
    "text",
    "integer",
    "number",
    "share",
    "date",
    "answer",
    "invite",
    "word",
    "ref",
    "amount",
    "unit",
    "requirement",
    "coordinate",
    "email",
    "phone",
}
SHEETS = tuple(CONTRACT)


def written(*things: content.Column | content.Sheet | content.Unit) -> list[tuple[str, str]]:
    """(what someone may write, what it means)."""
    return [(text, thing.key) for thing in things for text in {thing.key, *thing.names.values(), *thing.variants}]


def read_two_ways(pairs: Iterable[tuple[str, str]], folding: Callable[[str], str]) -> dict[str, set[str]]:
    meanings: dict[str, set[str]] = {}
    for text, meaning in pairs:
        meanings.setdefault(folding(text), set()).add(meaning)
    return {text: found for text, found in meanings.items() if len(found) > 1 or not text}


def simply(text: str) -> str:
    return text.strip().casefold()


def test_sheets_stand_in_the_order_of_the_contract() -> None:
    assert tuple(sheet.key for sheet in content.sheets()) == SHEETS
    assert {sheet.key for sheet in content.sheets() if sheet.kind == "fields"} == {"place", "map"}


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_column_of_the_contract_exists(sheet: str) -> None:
    marks = [column.key + "*" * column.required + "|" * column.many for column in content.columns(sheet)]
    assert marks == CONTRACT[sheet].split()


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("folding", [simply, fold, fold_header])
def test_a_header_means_one_column(sheet: str, folding: Callable[[str], str]) -> None:
    assert not read_two_ways(written(*content.columns(sheet)), folding)


@pytest.mark.parametrize("folding", [simply, fold, fold_header])
def test_a_sheet_name_means_one_sheet(folding: Callable[[str], str]) -> None:
    assert not read_two_ways(written(*content.sheets()), folding)


@pytest.mark.parametrize("folding", [simply, fold])
def test_a_unit_means_one_unit(folding: Callable[[str], str]) -> None:
    assert not read_two_ways(written(*content.units()), folding)


@pytest.mark.parametrize("sheet", SHEETS)
def test_columns_have_a_known_kind_a_known_list_and_a_hint(sheet: str) -> None:
    for column in content.columns(sheet):
        assert column.kind in KINDS, column.key
        assert not column.list or column.list in content.lists(), column.key
        assert bool(column.list) or column.kind not in {"word", "answer", "invite", "requirement"}, column.key
        assert all(column.names[language].strip() and column.hints[language].strip() for language in content.LANGUAGES), column.key


EXAMPLE = {"he": "לדוגמה:", "ar": "مثال:", "en": "Example:", "de": "Beispiel:"}


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_every_hint_gives_an_example(language: str) -> None:
    without = [row["key"] for row in rows("hints.csv") if EXAMPLE[language] not in row[language]]
    assert not without


def test_no_hint_is_left_without_a_column() -> None:
    columns = {(sheet, column.key) for sheet in SHEETS for column in content.columns(sheet)}
    assert {(sheet, row["key"]) for row in rows("hints.csv") for sheet in row["sheet"].split("|")} == columns


@pytest.mark.parametrize(
    ("sheet", "header", "key"),
    [
        ("organisations", "שם העסק", "name"),
        ("organisations", "Primary Organization", "name"),
        ("organisations", "اسم الجهة", "name"),
        ("organisations", "Firma", "name"),
        ("organisations", "Sponsorship", "sector"),
        ("organisations", 'ח"פ', "registration_no"),
        ("people", "איש קשר", "name"),
        ("people", "E-Mail", "email"),
        ("ties", "ארגון ב'", "to"),
        ("ties", "Frequency", "strength_1_5"),
        ("ties", "source", "source"),
        ("influence", "source", "from"),
    ],
)
def test_headers_people_really_write_are_known(sheet: str, header: str, key: str) -> None:
    meant = {
        fold_header(text): column.key
        for column in content.columns(sheet)
        for text in {column.key, *column.names.values(), *column.variants}
    }
    assert meant[fold_header(header)] == key


def test_pair_headers_do_not_take_a_column_of_ties() -> None:
    of_the_tie = {variant for column in content.columns("ties") if column.key in {"from", "to"} for variant in column.variants}
    assert ("source", "target") in content.PAIR_HEADERS
    assert "source" not in of_the_tie


def test_each_dimension_has_one_base_unit() -> None:
    by_dimension: dict[str, list[Decimal]] = {}
    for unit in content.units():
        assert unit.factor is None or unit.factor > 0
        by_dimension.setdefault(unit.dimension, []).append(unit.factor or Decimal(0))
    assert {dimension for dimension, factors in by_dimension.items() if factors.count(Decimal(1)) != 1} == set()


def test_money_is_never_converted_between_currencies_or_periods() -> None:
    money = {unit.key: unit.dimension for unit in content.units() if unit.dimension.startswith("money:")}
    assert {money["ILS"], money["EUR"], money["ILS/month"], money["ILS/year"]} == {
        "money:ILS",
        "money:EUR",
        "money:ILS/month",
        "money:ILS/year",
    }
    assert money["ILS_thousand"] == money["ILS"]


def test_a_working_day_is_eight_hours() -> None:
    factors = {unit.key: unit.factor for unit in content.units()}
    assert [factors[key] for key in ("hour", "day", "week", "t")] == [Decimal(1), Decimal(8), Decimal(40), Decimal(1000)]


def test_loaders_are_cached() -> None:
    assert content.units() is content.units()
    assert content.sheets() is content.sheets()
    assert content.columns("ties") is content.columns("ties")
