"""The local picture: the place as it describes itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Word
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Block, Facts, Heading, Line, Name, line


def place(writing: Writing) -> Iterator[Block]:
    """Goals, challenges, assets and people of the place; what would fill the part where they are not written down."""
    known = writing.situation.place
    rows = [row for row in facts(writing) if row[1]]
    if not rows:
        yield from writing.empty_section("place", _("The place"), "place")
        return
    yield Heading(2, line(_("The place"), *((": ", Name(known.name)) if known.name else ())), "place")
    yield Facts(tuple(rows))
    if not known.goals:
        yield from writing.would_fill("place")


def facts(writing: Writing) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    """Label and lines of what is known; a row without lines is not shown."""
    known, speech = writing.situation.place, writing.speech
    number = "" if known.population is None else speech.digits(known.population)
    cluster = "" if known.cluster_1_10 is None else _("{n} of 10").format(n=known.cluster_1_10)
    languages = [speech.word("language", key) if speech.has("language", key) else Name(key) for key in known.languages]
    yield line(_("Inhabitants")), (line(number),) if number else ()
    yield line(_("Languages")), (speech.several(languages),) if languages else ()
    yield line(_("Socio-economic cluster")), (line(cluster),) if cluster else ()
    yield line(_("Goals")), words(writing, known.goals)
    yield line(_("Challenges")), words(writing, known.challenges)
    yield line(_("Assets")), words(writing, known.assets)
    for label, named in (
        (_("Population groups"), known.population_groups),
        (_("Neighbourhoods"), known.neighbourhoods),
        (_("Local economy"), known.economy),
        (_("Anchor institutions"), known.anchor_institutions),
    ):
        yield line(label), (speech.several([Name(word.text) for word in named]),) if named else ()


def words(writing: Writing, several: Sequence[Word]) -> tuple[Line, ...]:
    return words_said(several, writing.speech.language)


def words_said(several: Sequence[Word], language: str) -> tuple[Line, ...]:
    """Each word as written, with the theme it stands for where that says more."""
    out: list[Line] = []
    for word in several:
        theme = content.say("theme", word.key, language) if word.key else ""
        if theme and word.text in ("", word.key, theme):
            out.append(line(theme))
        else:
            out.append(line(Name(word.text), *((" (", theme, ")") if theme else ())))
    return tuple(out)
