"""Which sheets lie on the tables? Agenda, cards, wall grid, poster of gaps, matrix and answers, blank or filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.network.pairs import pair_of
from shutaf.analysis.network.ticks import ticks
from shutaf.analysis.situation import SECTORS, Body, Situation
from shutaf.reports.document import plain
from shutaf.reports.kit.agenda import agenda
from shutaf.reports.wording.speech import Speech
from shutaf.reports.writers.cleaning import clean, isolated
from shutaf.reports.writers.pdf import laid_out
from shutaf.reports.writers.shapes import brand_svg, shape_of

PARTS: Final = ("agenda", "cards", "grid", "gaps", "ticks", "answers")
COLUMNS, ROWS = 14, 24  # departments and bodies on one sheet of the matrix
EMPTY_CARDS = 8
_SIGNS = {"": "", "none": "0", "knows": "1", "works": "2"}  # as they are typed in again
ANSWER_LINES, PLACES_A_SECTOR = 16, 10


def write_kit(
    situation: Situation, codes: Mapping[str, str], *, language: str, parts: Sequence[str] = PARTS, is_filled: bool = False, today: str = ""
) -> bytes:
    """The kit as one PDF. codes: by ref. parts: of PARTS. is_filled: what is known stands on the grid, the poster and the matrix. Raises PdfFailed."""
    with translation.override(language):
        return laid_out("kit", kit_content(situation, codes, language, parts, is_filled, today))


def kit_content(
    situation: Situation, codes: Mapping[str, str], language: str, parts: Sequence[str], is_filled: bool, today: str
) -> dict[str, Any]:
    speech = Speech(language, situation)
    place = situation.place.name_in(language)
    departments = [body for body in situation.departments if body.ref in codes]
    outside = [body for body in situation.organisations if body.ref in codes]
    made: dict[str, Any] = {
        "language": language, "dir": "rtl" if language in ("he", "ar") else "ltr", "name": clean(_("Workshop kit") + (f": {place}" if place else "")),
        "place": isolated(place) if place else "", "mark": _("Fictional town for demonstration") if situation.is_fictional else "", "created": today,
        "brand": brand_svg(mirrored=language in ("he", "ar")), "words": _words(), "parts": [part for part in PARTS if part in parts],
        "date": clean(speech.date(today)) if today else "",
    }  # fmt: skip
    made["agenda"] = _timed()
    made["cards"] = [_card(body, codes, speech) for body in (*departments, *outside)] + [None] * EMPTY_CARDS
    made["placed"] = _placed([body for body in outside if _is_rated(body)], codes) if is_filled else []
    made["gaps"] = [_gap(group, situation, speech, is_filled) for group in SECTORS]
    made["ticks"] = _ticks(situation, departments, outside, codes, speech, is_filled)
    made["lines"] = ANSWER_LINES
    return made


def _words() -> dict[str, str]:
    """Every word that is printed, in the active language."""
    return {
        "kit": _("Workshop kit"), "agenda": _("Seventy-five minutes at round tables"), "minutes": _("min"), "part": _("Part"), "how": _("How"),
        "needs": _("On the table"), "cards": _("Cards"), "cut": _("cut here"), "new": _("somebody else:"), "grid": _("Influence and interest"),
        "influence": _("Influence"), "interest": _("Interest"), "low": _("low"), "high": _("high"), "closely": _("work closely"),
        "satisfied": _("keep satisfied"), "informed": _("keep informed"), "watch": _("watch"),
        "grid_note": _("Put a card where the table thinks it belongs; write the code and both numbers on the sheet of answers. Opinions, not facts."),
        "gaps": _("Who is missing?"), "gaps_note": _("Write a name where there is a free line, and beside it who knows somebody there."),
        "nobody": _("nobody on the map yet"), "ticks": _("Who talks to whom"),
        "ticks_note": _("0 no tie, 1 knows, 2 works with. Leave empty what nobody at the table knows. Table:"),
        "answers": _("What the table wrote"), "answers_note": _("One line a fact; it is typed in as it stands. Table, and who spoke in which role:"),
        "example": _("Examples: 23U 7 4 (influence 7, interest 4) · 12M 23U 2 (the two work together) · 23U need: a hall in the evening"),
        "page": _("Page {page} of {pages}"),
    }  # fmt: skip


def _card(body: Body, codes: Mapping[str, str], speech: Speech) -> dict[str, Any]:
    themes = [plain((speech.word("theme", word),)) for word in body.themes[:3]]
    return {
        "code": codes[body.ref], "name": isolated(body.name_in(speech.language)), "shape": shape_of(body.group_key).css,
        "group": clean(speech.group(body.group_key)), "kind": isolated(_kind(body, speech)) if body.kind else "",
        "themes": clean(_(", ").join(themes)),
    }  # fmt: skip


def _kind(body: Body, speech: Speech) -> str:
    entries = {text: entry for entry in content.entries("body_kind") for text in (entry.key, *entry.names.values())}
    return entries[body.kind].names[speech.language] if body.kind in entries else body.kind


def _is_rated(body: Body) -> bool:
    return body.influence_1_10 is not None and body.interest_1_10 is not None


def _placed(bodies: Sequence[Body], codes: Mapping[str, str]) -> list[list[Any]]:
    """Code, interest, influence, shape, and the how-manieth at its point, so that those who share one stand under each other."""
    at: Counter[tuple[float | None, float | None]] = Counter()
    found = []
    for body in bodies:
        point = (body.interest_1_10, body.influence_1_10)
        found.append([codes[body.ref], *point, shape_of(body.group_key).css, at[point]])
        at[point] += 1
    return found


def _timed() -> list[list[str]]:
    """The parts with the minutes they run from and to."""
    rows, minute = [], 0
    for item in agenda():
        rows.append([_("{start} to {end}").format(start=minute, end=minute + item.minutes), item.title, item.how, item.needs])
        minute += item.minutes
    return rows


def _gap(group: str, situation: Situation, speech: Speech, is_filled: bool) -> dict[str, Any]:
    names = [isolated(body.name_in(speech.language)) for body in situation.organisations if body.sector_key == group]
    return {
        "group": clean(speech.group(group)), "shape": shape_of(group).css, "count": len(names),
        "names": names[: PLACES_A_SECTOR - 3] if is_filled else [], "more": max(0, len(names) - (PLACES_A_SECTOR - 3)) if is_filled else 0,
        "places": PLACES_A_SECTOR,
    }  # fmt: skip


def _ticks(
    situation: Situation, departments: Sequence[Body], outside: Sequence[Body], codes: Mapping[str, str], speech: Speech, is_filled: bool
) -> list[dict[str, Any]]:
    """Sheets of the matrix: bodies down, departments across."""
    known = ticks(situation) if is_filled else {}

    def head(body: Body) -> list[str]:
        return [codes[body.ref], isolated(body.name_in(speech.language)), shape_of(body.group_key).css]

    sheets = []
    for left in range(0, len(departments), COLUMNS):
        across = departments[left : left + COLUMNS]
        for top in range(0, len(outside), ROWS):
            down = outside[top : top + ROWS]
            cells = [[_SIGNS[known.get(pair_of(one.ref, other.ref), "")] for other in across] for one in down]
            sheets.append({"across": [head(body) for body in across], "down": [head(body) for body in down], "cells": cells})
    return sheets
