"""Does `shutaf places load` fill the table, say how much, and refuse a bad file whole?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from shutaf.places.models import Authority

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

Call = Callable[..., Any]


@pytest.fixture(autouse=True)
def _database_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutaf.cli.home.prepare_database", lambda: None)


def test_a_table_is_loaded_once(folder: Path, shutaf: Call) -> None:
    (folder / "towns.csv").write_text("name,code,population_2024\nEin Haruv,7,24000\n", encoding="utf-8")
    call = ("places", "load", "towns.csv", "--country", "IL", "--lang", "en")
    assert (shutaf(*call).out, shutaf(*call).out) == ("New: 1, changed: 0, as they were: 0.\n", "New: 0, changed: 0, as they were: 1.\n")
    row = Authority.objects.get()
    assert (row.source, row.population_year) == ("towns.csv", 2024)


def test_a_wrong_cell_is_named_and_nothing_is_loaded(folder: Path, shutaf: Call) -> None:
    (folder / "towns.csv").write_text("ags,name,population\n01,Kiel,many\n", encoding="utf-8")
    answer = shutaf("places", "load", "towns.csv", "--lang", "en")
    assert answer.code == 1
    assert "many" in answer.err
    assert "2" in answer.err
    assert not Authority.objects.exists()


def test_a_missing_file_and_an_unsaid_country_are_told(folder: Path, shutaf: Call) -> None:
    (folder / "towns.csv").write_text("name,code\nEin Haruv,7\n", encoding="utf-8")
    assert shutaf("places", "load", "nowhere.csv", "--lang", "en").code == 1
    assert "country" in shutaf("places", "load", "towns.csv", "--lang", "en").err


def test_the_real_tables_load(shared_data: Path, folder: Path, shutaf: Call) -> None:
    for name in ("israel/local_authorities.csv", "germany/municipalities_ags.csv"):
        assert shutaf("places", "load", str(shared_data / name), "--lang", "en").code == 0
    assert Authority.objects.filter(country="IL").count() >= 250
    assert Authority.objects.filter(country="DE").count() >= 11_000
