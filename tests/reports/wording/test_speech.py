"""Are numbers, dates, amounts, names and lists said as each language says them?"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

import world
from shutaf import content
from shutaf.analysis.situation import SECTORS, Amount, Body, Number, Place, Situation, Word
from shutaf.reports.document import Name, Text, line, plain
from shutaf.reports.wording.speech import CRITERIA, Speech

LANGUAGES = ("he", "ar", "en", "de")


@pytest.fixture(params=LANGUAGES)
def speech(request: pytest.FixtureRequest) -> Iterator[Speech]:
    with translation.override(request.param):
        yield Speech(request.param, world.town())


@pytest.mark.parametrize(("language", "said"), [("he", "1,234.5"), ("en", "1,234.5"), ("de", "1.234,5")])
def test_numbers_are_written_as_the_language_writes_them(language: str, said: str) -> None:
    assert Speech(language, Situation()).digits(1234.5) == said


@given(st.floats(0, 1e9), st.sampled_from(LANGUAGES))
def test_digits_are_the_same_ten_in_every_language(value: float, language: str) -> None:
    said = Speech(language, Situation()).digits(value)
    assert {letter for letter in said if letter.isdigit()} <= set("0123456789")


@pytest.mark.parametrize(
    ("value", "decimals", "said"), [(3.0, 1, "3"), (0.25, 1, "0.2"), (0.25, 2, "0.25"), (2.0, 0, "2"), (1e6, 0, "1,000,000")]
)
def test_places_after_the_point_only_where_they_say_something(value: float, decimals: int, said: str) -> None:
    assert Speech("en", Situation()).digits(value, decimals) == said


def test_number_and_share_carry_the_same_code(speech: Speech) -> None:
    number = Number("initiative_chance", 0.85, ("cardboard",))
    assert speech.number(number).code == speech.share(number).code != ""
    assert "85" in speech.share(number).text
    assert "85" in speech.percent(0.85)


def test_day_month_and_year_are_said_as_known(speech: Speech) -> None:
    day, month = speech.date("2026-11-23"), speech.date("2026-11")
    assert "23" in day
    assert "23" not in month
    assert all("2026" in said and " " not in said for said in (day, month))
    assert speech.date("2026") == "2026"


@pytest.mark.parametrize("first", ["he", "ar", "de", "en"])
def test_a_month_is_said_in_its_own_language_whoever_asked_before(first: str) -> None:
    """Each in a process of its own, for what Babel remembers lasts as long as the process."""
    script = """
import django; django.setup()
import sys
from shutaf.analysis.situation import Situation
from shutaf.reports.wording.speech import Speech
print(ascii([Speech(language, Situation()).date("2026-11") for language in (sys.argv[1], "he", "ar", "de", "en")][1:]))
"""
    ran = subprocess.run([sys.executable, "-c", script, first], capture_output=True, text=True, check=True)
    assert ast.literal_eval(ran.stdout) == [f"{month}\u00a02026" for month in ("נובמבר", "نوفمبر", "November", "November")]


@pytest.mark.parametrize("text", ["", "soon", "2026-13", "2026-02-31", "before the holidays", "23.11.2026"])
def test_what_is_no_date_stays_as_written(text: str, speech: Speech) -> None:
    assert speech.date(text) == text


def test_amount_of_an_unknown_unit_keeps_the_users_word_apart(speech: Speech) -> None:
    said = speech.amount(Amount(Decimal("2.5"), "wheelbarrows"))
    assert said[-1] == Name("wheelbarrows")
    assert plain(said[:-1]).strip() == speech.digits(2.5)


def test_amount_without_a_unit_is_a_number(speech: Speech) -> None:
    assert plain(speech.amount(Amount(Decimal(60)))) == "60"


def test_every_unit_of_the_list_is_said(speech: Speech) -> None:
    said = {unit.key: plain(speech.amount(Amount(Decimal(7), unit.key))) for unit in content.units()}
    assert [key for key, text in said.items() if "7" not in text or text.strip() == "7"] == []


def test_body_is_named_in_the_readers_language_where_given(speech: Speech) -> None:
    names = {"en": "Olive Association"}
    assert speech.body("olive") == Name(names.get(speech.language, "جمعية الزيتون"))
    assert speech.body("merchants", shape=True, strong=True) == Name("סוחרי הרחוב הראשי", "business", strong=True)


def test_body_of_unknown_sector_is_drawn_as_other() -> None:
    town = world.town(bodies=(Body("x", "X"),))
    assert Speech("en", town).body("x", shape=True) == Name("X", "other")


@pytest.mark.parametrize("ref", ["nobody", "", "offer 99"])
def test_ref_that_names_nothing_is_said_as_it_stands(ref: str, speech: Speech) -> None:
    assert [speech.body(ref), speech.person(ref), speech.who(ref), speech.initiative(ref), speech.resource(ref)] == [Name(ref)] * 5


def test_somebody_is_a_body_a_person_or_a_word(speech: Speech) -> None:
    assert speech.who("merchants") == speech.body("merchants")
    assert (speech.who("dana"), speech.who("a neighbour")) == (Name("Dana Aviram"), Name("a neighbour"))


def test_word_of_a_list_is_ours_and_an_own_word_is_a_name(speech: Speech) -> None:
    assert speech.word("theme", Word("anything", "waste")) == Text(content.say("theme", "waste", speech.language))
    assert speech.word("theme", Word("Kreislauf")) == Name("Kreislauf")
    assert speech.word("theme", "no such key") == Name("no such key")


def test_every_group_and_criterion_has_a_name(speech: Speech) -> None:
    groups = [speech.group(key) for key in ("department", *SECTORS, "")]
    assert len(set(groups)) == len(groups)
    assert all(plain(speech.criterion(key)) not in ("", key) for key in CRITERIA)
    assert speech.criterion("own:my own wish") == (Name("my own wish"),)


def test_list_holds_each_part_once_in_order(speech: Speech) -> None:
    parts = [Name(letter) for letter in "ABCD"]
    for count in range(5):
        said = speech.several(parts[:count])
        assert [part for part in said if isinstance(part, Name)] == parts[:count]
    assert speech.several([]) == ()


def test_or_is_not_and(speech: Speech) -> None:
    parts = [Name("A"), Name("B")]
    assert plain(speech.several(parts, join="or")) != plain(speech.several(parts))


def test_list_above_its_limit_is_cut_and_the_rest_counted(speech: Speech) -> None:
    said = speech.several([Name(str(i)) for i in range(30)], most=4)
    assert [part.text for part in said if isinstance(part, Name)] == ["0", "1", "2", "3"]
    assert "26" in plain(said)
    assert "more" not in plain(speech.several([Name("A")] * 4, most=4))


@given(
    st.lists(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1), min_size=2, max_size=5),
    st.sampled_from(LANGUAGES),
)
def test_names_of_any_letters_survive_a_list(names: list[str], language: str) -> None:
    said = Speech(language, Situation()).several([line(Name(name)) for name in names])
    assert [part.text for part in said if isinstance(part, Name)] == names


def test_names_that_hold_commas_are_told_apart() -> None:
    town = world.town(bodies=(Body("a", "Culture, sport and youth"), Body("b", "Parks"), Body("c", "Roads")))
    with translation.override("en"):
        said = plain(Speech("en", town).bodies(["a", "b", "c"]), isolate=False)
    assert said == "Culture, sport and youth; Parks; Roads"


def test_the_place_itself_is_said_in_the_readers_language_and_other_places_as_written() -> None:
    town = Situation(place=Place(name="עין חרוב", names=(("en", "Ein Haruv"),)))
    assert Speech("en", town).where(" עין חרוב") == Name("Ein Haruv")
    assert Speech("he", town).where("עין חרוב") == Name("עין חרוב")
    assert Speech("en", town).where("הרחוב הראשי") == Name("הרחוב הראשי")
    assert Speech("en", Situation()).where("somewhere") == Name("somewhere")
