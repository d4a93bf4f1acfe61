"""Does the narrated summary say what is known, what hangs on one and what nobody knows, and nothing that is not written?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from django.utils import translation

import world
from shutaf.analysis.network.selection import Selection, select
from shutaf.analysis.preparation import Preparation, prepare
from shutaf.analysis.situation import Situation
from shutaf.imports.example import EXAMPLE_TODAY, example_situation
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import plain
from shutaf.reports.narrated import Part, narrated
from shutaf.reports.wording.speech import Speech


@pytest.fixture(scope="module")
def prepared() -> Preparation:
    return prepare(example_situation(), today=EXAMPLE_TODAY)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def told(
    made: Preparation, asked: Selection | None = None, audience: Literal["room", "driver"] = "driver", language: str = "en"
) -> tuple[Part, ...]:
    selection = asked or Selection()
    return narrated(
        Writing(made, Speech(language, made.situation), audience, 10),
        selection,
        select(made.situation, selection),
        (*made.ties_found, *made.missing_found),
    )


def words(parts: tuple[Part, ...]) -> str:
    return "\n".join(plain(line, isolate=False) for part in parts for one in part.sentences for line in (one.text, *one.more))


def test_counts_are_those_of_the_map(prepared: Preparation) -> None:
    said = words(told(prepared))
    assert f"{len(prepared.situation.bodies)} bodies are shown" in said
    assert f"Between them {len(prepared.ties_by_pair)} ties are known" in said


def test_a_selection_counts_itself_and_tells_what_concerns_it(prepared: Preparation) -> None:
    asked = Selection(groups=("academia",))
    found = told(prepared, asked)
    said = words(found)
    assert f"of {len(prepared.situation.bodies)}" in said
    inside = set(select(prepared.situation, asked).bodies)
    assert all(inside & set(one.finding.subject) for part in found for one in part.sentences if one.finding)


def test_the_room_reads_no_names_of_people(prepared: Preparation) -> None:
    said = words(told(prepared, audience="room"))
    of_bodies = {body.name for body in prepared.situation.bodies} | {name for body in prepared.situation.bodies for _, name in body.names}
    people = [person.name for person in prepared.situation.people if not any(person.name in name for name in of_bodies)]
    assert people
    assert not [name for name in people if name in said]


def test_every_sentence_of_a_finding_knows_its_finding(prepared: Preparation) -> None:
    hangs = next(part for part in told(prepared) if part.title == "What hangs on one")
    assert all(one.finding for one in hangs.sentences[:-1])


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
def test_no_gap_is_left_in_any_language(prepared: Preparation, language: str) -> None:
    with translation.override(language):
        said = words(told(prepared, language=language))
    assert not {"{", "}", "None", "**"} & {said[i : i + n] for n in (1, 2, 4) for i in range(len(said))}


def test_an_empty_map_and_a_small_one_are_told_too() -> None:
    assert words(told(prepare(Situation(), today=EXAMPLE_TODAY))) == "0 bodies are shown."
    assert "What hangs on one" in [part.title for part in told(prepare(world.town(), today=EXAMPLE_TODAY))]
