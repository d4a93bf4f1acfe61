"""Does the table fill gaps only, and can each fact be told apart from what was typed?"""

from __future__ import annotations

from datetime import date

import pytest

from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.situation import Place
from shutaf.imports.authorities import AuthorityRow
from shutaf.places.actions import place_leave, place_pick, place_take
from shutaf.places.loading import authorities_load
from shutaf.places.picking import filled, table_facts
from shutaf.places.queries import AuthorityFacts, place_authority, place_record
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

ROSH_PINNA = AuthorityFacts(
    "IL 26", "IL", "26", "ראש פינה", (("ar", "روش بينا"), ("en", "Rosh Pinna"), ("he", "ראש פינה")), "local_council", (("he", "הצפון"),), 3236, 2021, 7,
    2019, "t.csv", date(2026, 1, 5),
)  # fmt: skip


@pytest.fixture
def loaded(town: Town) -> Town:
    authorities_load(
        [AuthorityRow("IL", "26", "ראש פינה", ROSH_PINNA.names, "local_council", (), 3236, 2021, 7, 2019)],
        source="t.csv",
        on=date(2026, 1, 5),
    )
    return town


@pytest.mark.parametrize(
    ("typed", "called"), [("rosh", "Rosh Pinna"), ("פינה", "ראש פינה"), ("روش", "روش بينا"), ("", "Rosh Pinna"), ("26", "Rosh Pinna")]
)
def test_the_name_is_that_in_which_it_was_looked_for(typed: str, called: str) -> None:
    assert filled({"name": typed}, ROSH_PINNA, "en")["name"] == called


def test_what_was_typed_is_not_filled_over() -> None:
    whole = filled(
        {"name": "rosh", "population": 5000, "country": "ישראל", "names": (("en", "Roshpina"),), "cluster_1_10": None}, ROSH_PINNA, "he"
    )
    assert (whole["population"], whole["country"], whole["cluster_1_10"]) == (5000, "ישראל", 7)
    assert dict(whole["names"]) == {"ar": "روش بينا", "en": "Roshpina", "he": "ראש פינה"}


def test_each_fact_says_how_it_stands_beside_the_place() -> None:
    place = Place(name="Rosh Pinna", country="ישראל", population=5000)
    assert {fact.key: (fact.state, fact.year) for fact in table_facts(place, ROSH_PINNA)} == {
        "name": ("same", 0), "names": ("empty", 0), "country": ("same", 0), "population": ("differs", 2021), "cluster_1_10": ("empty", 2019),
    }  # fmt: skip


def test_picking_writes_once_and_is_told_apart_again(loaded: Town) -> None:
    place_pick(loaded.editor, authority="IL 26", language="he", name="ראש", population=5000)
    found = place_authority(loaded.viewer)
    assert found
    assert found.ref == "IL 26"
    place_take(loaded.editor, fact="population")
    assert place_record(loaded.editor).population == 3236
    place_leave(loaded.editor)
    assert place_authority(loaded.editor) is None


def test_only_editors_pick_and_only_what_is_there(loaded: Town) -> None:
    for viewer in (loaded.viewer, loaded.partner, loaded.link("hadar-bakery")):
        with pytest.raises(NotAllowedError):
            place_pick(viewer, authority="IL 26", language="he", name="x")
        with pytest.raises(NotAllowedError):
            place_take(viewer, fact="population")
        with pytest.raises(NotAllowedError):
            place_leave(viewer)
    for wrong in ("IL 9", "", "IL", "' OR 1=1"):
        with pytest.raises(NotAllowedError):
            place_pick(loaded.editor, authority=wrong, language="he", name="x")
    with pytest.raises(NotAllowedError):
        place_take(loaded.editor, fact="population")
