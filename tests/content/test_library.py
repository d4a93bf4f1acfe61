"""Are models and rules complete in four languages, with sources, and with nothing unverified?"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from shutaf import content
from shutaf.analysis.situation import TYPOLOGIES
from shutaf.content import tables

FILES = ("models.toml", "propriety.toml")
LANGUAGES = set(content.LANGUAGES)

MODEL_KEYS = {"source", "summary", "fits_when", "preconditions", "first_department", "first_result", "pitfalls"}
RULE_KEYS = {"key", "country", "read_on", "sources", "title", "text"}


def texts_within(node: Any) -> Iterator[dict[str, str]]:
    """Every table of languages in a document, however deep."""
    if isinstance(node, dict):
        if LANGUAGES & set(node):
            yield node
        else:
            for child in node.values():
                yield from texts_within(child)
    elif isinstance(node, list):
        for child in node:
            yield from texts_within(child)


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_there_in_four_languages(name: str) -> None:
    found = list(texts_within(tables.document(name)))
    assert found
    for text in found:
        assert set(text) == LANGUAGES, text
        assert all(said.strip() == said and said for said in text.values()), text


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_in_the_letters_of_its_language(name: str) -> None:
    for text in texts_within(tables.document(name)):
        assert re.search("[א-ת]", text["he"]), text
        assert re.search("[ء-ي]", text["ar"]), text
        assert not re.search("[א-ת]", text["ar"] + text["en"] + text["de"]), text


@pytest.mark.parametrize("name", FILES)
def test_nothing_unverified_or_machine_bound_is_told(name: str) -> None:
    written = (files("shutaf.content") / name).read_text(encoding="utf-8").casefold()
    assert not re.search(r"known, verify|\bverify\b|todo|fixme|not kept|shortened", written)


def test_models_hold_known_keys_only() -> None:
    found = tables.document("models.toml")
    assert tuple(found) == TYPOLOGIES
    assert all(set(model) == MODEL_KEYS for model in found.values())


@pytest.mark.parametrize("key", TYPOLOGIES)
def test_a_model_says_when_it_fits_what_it_needs_and_where_it_fails(key: str) -> None:
    model = content.model(key)
    assert model.key == key
    assert model.names == content.entries("typology")[TYPOLOGIES.index(key)].names
    assert min(len(model.fits_when), len(model.preconditions), len(model.pitfalls)) >= 2
    assert model.source.startswith("https://www.kayamut.org.il/")


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(KeyError):
        content.model("5")


def test_rules_hold_known_keys_only_and_say_when_they_were_read() -> None:
    found = tables.document("propriety.toml")
    assert set(found) == {"notice", "rule"}
    for rule in found["rule"]:
        assert set(rule) == RULE_KEYS, rule["key"]
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", rule["read_on"])
        assert rule["sources"]
        assert all(source.startswith("https://") for source in rule["sources"])


def test_rules_of_israel_cover_what_a_partnership_meets() -> None:
    keys = [rule.key for rule in content.propriety("IL")]
    assert keys == ["donations", "ngo_support", "local_preference", "conflict_of_interest", "open_call", "tender_duty"]


@pytest.mark.parametrize(("named", "code"), [("ישראל", "IL"), (" israel ", "IL"), ("ألمانيا", "DE"), ("Deutschland", "DE")])
def test_a_country_is_known_by_any_of_its_names(named: str, code: str) -> None:
    assert content.propriety(named) == content.propriety(code)
    assert {rule.country for rule in content.propriety(named)} == {code}


@pytest.mark.parametrize("named", ["", "Atlantis"])
def test_no_rule_is_claimed_for_a_country_we_do_not_know(named: str) -> None:
    assert content.propriety(named) == ()


def test_every_rule_says_that_it_is_no_legal_advice() -> None:
    words = {"he": "ולא ייעוץ משפטי", "ar": "وليست استشارة قانونية", "en": "not legal advice", "de": "keine Rechtsberatung"}
    for rule in (*content.propriety("IL"), *content.propriety("DE")):
        assert all(said in rule.notice[language] for language, said in words.items())


def test_the_library_is_read_once() -> None:
    assert content.model("shared_agenda") is content.model("shared_agenda")
    assert content.propriety("IL") is content.propriety("IL")
