"""Does a public table come in once, stay when it comes again, and never go back in time?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shutaf.imports.authorities import AuthorityRow
from shutaf.places.loading import LoadedAuthorities, authorities_load
from shutaf.places.models import Authority
from shutaf.places.queries import authorities_found, authorities_near, authority_by_ref

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

ROSH_PINNA = AuthorityRow(
    "IL",
    "26",
    "ראש פינה",
    (("he", "ראש פינה"), ("en", "Rosh Pinna")),
    "local_council",
    (("he", "הצפון"),),
    3236,
    2021,
    7,
    2019,
    32.97,
    35.54,
)
KIEL = AuthorityRow("DE", "01002000", "Kiel, Landeshauptstadt", (("de", "Kiel"),), "independent_city", (), 246_794, 2019)
FIRST, LATER = date(2026, 1, 5), date(2026, 6, 1)


def load(*rows: AuthorityRow, on: date = FIRST) -> LoadedAuthorities:
    return authorities_load(rows, source="authorities.csv", on=on)


def test_loading_twice_changes_nothing() -> None:
    assert load(ROSH_PINNA, KIEL) == LoadedAuthorities(2, 0, 0, 0)
    before = list(Authority.objects.values())
    assert load(ROSH_PINNA, KIEL, on=LATER) == LoadedAuthorities(0, 0, 2, 0)
    assert list(Authority.objects.values()) == before


def test_a_newer_file_updates_and_says_since_when() -> None:
    load(ROSH_PINNA)
    assert load(replace(ROSH_PINNA, population=3400, population_year=2024), on=LATER) == LoadedAuthorities(0, 1, 0, 0)
    found = authority_by_ref("IL 26")
    assert found
    assert (found.population, found.population_year, found.loaded_on) == (3400, 2024, LATER)


def test_an_older_file_and_an_empty_cell_change_nothing() -> None:
    load(ROSH_PINNA)
    assert load(replace(ROSH_PINNA, population=3000, population_year=2017), on=LATER) == LoadedAuthorities(0, 0, 1, 1)
    assert load(replace(ROSH_PINNA, population=None, cluster_1_10=None, names=()), on=LATER) == LoadedAuthorities(0, 0, 1, 0)
    found = authority_by_ref("IL 26")
    assert found
    assert (found.population, found.cluster_1_10, found.name_in("en")) == (3236, 7, "Rosh Pinna")


@pytest.mark.parametrize("text", ["ראש", "פינה", "rosh pin", "26"])
def test_it_is_found_by_any_name_or_its_code(text: str) -> None:
    load(ROSH_PINNA, KIEL)
    assert [one.ref for one in authorities_found(text)] == ["IL 26"]


@pytest.mark.parametrize("text", ["Rosh Pina", "ראש פנה", "rosh pinnah"])
def test_a_slip_of_the_pen_is_offered_what_is_spelt_much_like_it(text: str) -> None:
    load(ROSH_PINNA, KIEL)
    assert authorities_found(text) == ()
    assert [one.ref for one in authorities_near(text)] == ["IL 26"]


def test_nothing_is_offered_for_a_name_like_no_other() -> None:
    load(ROSH_PINNA, KIEL)
    assert authorities_near("qqqqq") == authorities_near("") == authorities_near("12") == ()


@pytest.mark.parametrize("text", ["", "  ", "%", "'; drop table", "<script>", "א" * 10_000])
def test_nothing_is_found_by_nothing_and_by_nonsense(text: str) -> None:
    load(ROSH_PINNA)
    assert authorities_found(text) == ()
