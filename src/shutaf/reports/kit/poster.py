"""The local picture on one A3 sheet, in two languages side by side: for the wall of a room, so nothing sensitive stands on it."""

from __future__ import annotations

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.preparation import Preparation
from shutaf.analysis.situation import Finding
from shutaf.reports.brief import pictures
from shutaf.reports.brief.maps import INTERNAL
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Line, plain
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.speech import Speech
from shutaf.reports.writers.cleaning import clean
from shutaf.reports.writers.pdf import laid_out
from shutaf.reports.writers.pdf.payload import inlines_of
from shutaf.reports.writers.pictures import bare
from shutaf.reports.writers.shapes import brand_svg, shape_of

MOST_MISSING, MOST_QUESTIONS, MOST_THEMES = 3, 3, 6


def write_poster(prepared: Preparation, *, languages: tuple[str, str]) -> bytes:
    """The poster as a PDF. languages: two different ones; the names on the map stand in the first. Raises PdfFailed."""
    first, second = languages
    sheet = {
        "language": first, "name": poster_side(prepared, first)["title"], "created": prepared.today, "sides": [poster_side(prepared, first), poster_side(prepared, second)],
        "svg": _map(prepared, first), "brand": brand_svg(mirrored=first in ("he", "ar")),
    }  # fmt: skip
    return laid_out("poster", sheet)


def _map(prepared: Preparation, language: str) -> dict[str, str]:
    """The picture; empty while nobody is on the map."""
    if not prepared.situation.bodies:
        return {"svg": "", "alt": ""}
    with translation.override(language):
        writing = Writing(prepared, Speech(language, prepared.situation), "room", 0)
        figure = pictures.network(writing)
        return {"svg": bare(figure.svg_wide), "alt": clean(figure.alt)}


def poster_side(prepared: Preparation, language: str) -> dict[str, Any]:
    """One language's column: finished lines, as the brief for the room says them."""
    with translation.override(language):
        writing = Writing(prepared, Speech(language, prepared.situation), "room", 0)
        speech, place = writing.speech, prepared.situation.place.name_in(language)
        counts = [(key, number) for key, number in prepared.by_group.items() if number.value or key not in ("other", "unknown")]
        return {
            "language": language, "dir": "rtl" if writing.is_rtl else "ltr",
            "title": clean(_("The local picture of {place}").format(place=f"\u2068{place}\u2069") if place else _("The local picture")),
            "mark": _("Fictional town for demonstration") if prepared.situation.is_fictional else "",
            "basis": clean(pictures.basis_sentence(writing)), "date": clean(_("Made on {date}").format(date=speech.date(prepared.today))),
            "heads": [_("Who is on the map"), _("On which themes"), _("Who is missing"), _("What we want to ask")],
            "groups": [
                [clean(speech.group("" if key == "unknown" else key)), shape_of(key).css if key != "unknown" else "", int(number.value)]
                for key, number in counts
            ],
            "themes": _themes(writing),
            "missing": _lines([finding_title(writing, one) for one in writing.shown(prepared.missing_found) if one.key not in INTERNAL][:MOST_MISSING]),
            "asks": _lines([finding_step(writing, one) for one in writing.shown(prepared.ties_found) if one.key not in INTERNAL][:MOST_QUESTIONS]),
            "nothing": _("Nothing is written down for this yet."),
            "note": _("What is not on this sheet is not known to us; it may well be there."),
        }  # fmt: skip


def finding_title(writing: Writing, finding: Finding) -> Line:
    return said(finding, writing.speech).title


def finding_step(writing: Writing, finding: Finding) -> Line:
    return said(finding, writing.speech).step


def _lines(lines: list[Line]) -> list[list[list[Any]]]:
    """Each line once."""
    once = {plain(one): one for one in lines if one}
    return [inlines_of(one) for one in once.values()]


def _themes(writing: Writing) -> list[list[Any]]:
    """The themes most bodies work on, with how many."""
    table = writing.prepared.themes
    found = [
        (sum(number.value for number in cells if number is not None), key)
        for key, cells in zip(table.rows, table.cells, strict=True)
        if key not in ("own_word", "unknown")
    ]
    found.sort(key=lambda item: (-item[0], item[1]))
    return [[clean(content.say("theme", key, writing.speech.language)), int(count)] for count, key in found[:MOST_THEMES]]
