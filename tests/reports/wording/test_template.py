"""Does a sentence with facts become a line: each fact in its way, names apart, one and many told apart?"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

import world
from shutaf import content
from shutaf.analysis.situation import NOTHING, Number, Situation, Word
from shutaf.reports.document import Inline, Name, Num, Text, plain
from shutaf.reports.wording import choice, exchange, findings, formulas, sheet, unknowns
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import WAYS, Plural, counted, plural, speak

LANGUAGES = ("he", "ar", "en", "de")


@pytest.fixture
def speech() -> Iterator[Speech]:
    with translation.override("en"):
        yield Speech("en", world.town())


def ways_in(sentence: str) -> list[str]:
    """How the sentence wants its facts to be read."""
    return [way for _, name, way, _ in string.Formatter().parse(sentence) if name is not None and way]


def written_down() -> Iterator[Any]:
    """Every sentence, plural and rule of the word lists."""
    lists: tuple[Mapping[str, Any], ...] = (
        unknowns.COVERAGE,
        unknowns.QUESTIONS,
        unknowns.CHANGES,
        findings.SURE,
        findings.STEPS,
        formulas.FORMULAS,
        exchange.REASONS,
        exchange.UNKNOWNS,
    )
    lists += (exchange.MISSES, choice.REASONS_FOR, choice.REASONS_AGAINST, choice.MEMBER_WHY, choice.LEFT_OUT, sheet.FLAGS, sheet.NOT_KNOWN)
    for found in lists:
        yield from found.values()
    for words in findings.FINDINGS.values():
        yield from (words.title, *words.why)


def sentences() -> list[str]:
    """Those that are written down as they are, not chosen by a rule."""
    plurals = [said for said in written_down() if isinstance(said, Plural)]
    return [said for said in written_down() if isinstance(said, str)] + [said for both in plurals for said in (both.one, both.many)]


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        ("n", Number("bodies", 1234.0), Num("1,234")),
        ("n0", Number("bodies", 2.6), Num("3")),
        ("share", Number("bodies", 0.125), Num("12%")),
        ("count", ("a", "b"), Text("2")),
        ("body", "olive", Name("Olive Association")),
        ("shaped", "environment", Name("היחידה הסביבתית", "department")),
        ("theme", Word("", "waste"), Text("waste and circular economy")),
        ("theme", Word("own words"), Name("own words")),
        ("kind", Word("", "space"), Text(content.say("resource", "space", "en"))),
        ("initiative", "roofs", Name("Solar roofs")),
        ("resource", "offer 1", Name("a store in the same street")),
        ("person", "dana", Name("Dana Aviram")),
        ("person", "somebody by name", Name("somebody by name")),
        ("amount", world.square_metres(60), Text("60\u00a0m²")),
        ("word", Word("as written", "waste"), Name("as written")),
        ("text", "{not} a **template**", Name("{not} a **template**")),
        ("plain", "our words", Text("our words")),
    ],
)
def test_each_way_reads_a_fact_as_it_promises(way: str, value: object, said: Inline, speech: Speech) -> None:
    (found,) = speak("{fact:" + way + "}", {"fact": value}, speech)
    assert found == (replace(said, code=speech.codes.code(value)) if isinstance(said, Num) and isinstance(value, Number) else said)


def test_several_are_joined_as_the_language_joins_them(speech: Speech) -> None:
    assert plain(speak("{who:bodies}", {"who": ("greens", "merchants")}, speech), isolate=False) == "Green Circle and סוחרי הרחוב הראשי"
    assert plain(speak("{who:groups}", {"who": ("academia", "other")}, speech)).count(" and ") >= 1
    many = plain(speak("{who:bodies}", {"who": tuple(body.ref for body in world.BODIES)}, speech))
    assert many.endswith("6 more")


def test_fact_without_a_way_is_a_name_as_written(speech: Speech) -> None:
    assert speak("{who} came", {"who": "<Omar>"}, speech) == (Name("<Omar>"), Text(" came"))


def test_missing_fact_and_unknown_way_are_refused(speech: Speech) -> None:
    with pytest.raises(KeyError, match="who"):
        speak("{who:body}", {}, speech)
    with pytest.raises(KeyError, match="bodys"):
        speak("{who:bodys}", {"who": "greens"}, speech)


@pytest.mark.parametrize(
    ("value", "said"), [(Number("bodies", 1.0), "1 body"), (Number("bodies", 0.0), "0 bodies"), (Number("bodies", 2.0), "2 bodies")]
)
def test_sentence_that_counts_tells_one_from_many(value: Number, said: str, speech: Speech) -> None:
    template = plural("{n:n} body", "{n:n} bodies", "n")
    assert plain(speak(template, {"n": value}, speech)) == said


@pytest.mark.parametrize(("value", "count"), [(Number("bodies", 2.4), 2), (("a", "b"), 2), ([], 0), (frozenset("ab"), 2), (3, 3), (3.9, 3)])
def test_what_a_plural_counts_by(value: object, count: int) -> None:
    assert counted(value) == count


def test_a_subject_may_bring_ways_of_its_own(speech: Speech) -> None:
    assert speak("{x:loud}", {"x": "no"}, speech, {"loud": lambda value, _speech: (Text(value.upper()),)}) == (Text("NO"),)


def test_every_sentence_written_down_uses_ways_that_exist() -> None:
    found = {way for sentence in sentences() for way in ways_in(sentence)}
    assert len(sentences()) > 150
    assert len(found) > 12
    assert found <= WAYS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_translated_sentences_use_the_same_facts_in_ways_that_exist(language: str) -> None:
    def facts(sentence: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}

    with translation.override(language):
        wrong = {
            said
            for sentence in sentences()
            for said in [translation.gettext(sentence)]
            if not facts(said) <= facts(sentence) or not set(ways_in(said)) <= WAYS.keys()
        }
    assert wrong == set()


def test_empty_word_is_said_as_nothing_and_never_as_a_key() -> None:
    with translation.override("en"):
        assert plain(speak("{x:theme}", {"x": NOTHING}, Speech("en", Situation())), isolate=False) == ""
