"""How is each fact of a problem read: names of our sheets and columns, words of lists, rows, sizes, and whatever stands in her file?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from babel.units import format_unit
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.text.fold import fold_header
from shutaf.reports.document import Inline, Line, Name, fill, line
from shutaf.reports.wording import template
from shutaf.reports.wording.problems.files import FILE_KINDS
from shutaf.reports.wording.speech import Speech

_LONGEST_TEXT = 60
_MOST_TEXTS = 8
_BIDI_CONTROLS = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_PEOPLE = "people."
_DIFFERENCE = N_("“{first}” there and “{second}” here ({column})")


def shown(text: Any, longest: int = _LONGEST_TEXT) -> str:
    """What stands in her file, on one line and short enough for a sentence. Signs that turn the direction are left out: they would turn ours too."""
    one_line = " ".join(str(text).translate(_BIDI_CONTROLS).split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1].rstrip() + "…"


def quoted(text: str | Inline) -> Line:
    return fill(gettext("“{name}”"), name=text)


# -- our sheets and columns ---------------------------------------------------


def sheet_name(key: str, speech: Speech) -> str:
    return next((sheet.names[speech.language] for sheet in content.sheets() if sheet.key == key), key)


def split_ours(ours: str) -> tuple[str, str]:
    """The sheet ("" for any) and the column of one of ours: "name", "ties.from", "people.name", also "organisations.people.name"."""
    sheet, dot, key = ours.partition(".")
    if not dot or sheet not in {each.key for each in content.sheets()}:
        return "", ours
    return ("people", key.removeprefix(_PEOPLE)) if key.startswith(_PEOPLE) else (sheet, key)


def column_name(ours: str, speech: Speech) -> Inline | str:
    """A column of ours in the reader's language; an own criterion as written."""
    sheet, key = split_ours(ours)
    found = _column(sheet, key)
    return found.names[speech.language] if found else Name(shown(key))


def _column(sheet: str, key: str) -> content.Column | None:
    """Ours with this key; where the sheet is not known, rather the organisations' than another's."""
    sheets = [sheet] if sheet else ["organisations", *(each.key for each in content.sheets())]
    return next((column for each in sheets for column in content.columns(each) if column.key == key), None)


def sheet_as_seen(written: str, speech: Speech) -> Line:
    """The sheet's name as written; where that is our key, what it is called in the reader's language stands behind it."""
    is_key = any(sheet.key == written for sheet in content.sheets())
    return _as_seen(written, sheet_name(written, speech) if is_key else "")


def column_as_seen(sheet: str, written: str, speech: Speech) -> Line:
    """The header as written; where it is a key of ours, what that is called in the reader's language stands behind it."""
    found = _column(sheet_key(sheet), written)
    return _as_seen(written, found.names[speech.language] if found else "")


def _as_seen(written: str, ours: str) -> Line:
    as_written = quoted(Name(shown(written)))
    return (
        line(as_written) if not ours or fold_header(ours) == fold_header(written) else fill("{name} ({ours})", name=as_written, ours=ours)
    )


def sheet_key(name: str) -> str:
    """The key of the sheet with this name, in any of the four languages; "" for none."""
    plain = fold_header(name)
    return next((sheet.key for sheet in content.sheets() if plain in map(fold_header, (sheet.key, *sheet.names.values()))), "")


# -- the ways -----------------------------------------------------------------


def _texts(texts: Iterable[Any], speech: Speech) -> Line:
    return speech.several([quoted(Name(shown(text))) for text in texts], most=_MOST_TEXTS)


def _either(likely: Any, speech: Speech) -> Line:
    """What she may have meant: one or several texts, or a number."""
    several = likely if isinstance(likely, tuple | list) else (speech.digits(likely, 4) if isinstance(likely, float) else likely,)
    return speech.several([quoted(Name(shown(text))) for text in several], join="or")


def _choices(list_key: str, speech: Speech) -> Line:
    return _entries(list_key, [entry.key for entry in content.entries(list_key)], speech)


def _entries(list_key: str, keys: Iterable[str], speech: Speech) -> Line:
    return speech.several([quoted(content.say(list_key, key, speech.language)) for key in keys], join="or")


def _others(others: tuple[tuple[int, ...], int], speech: Speech) -> Line:
    """ "8, 9 and 40 more"."""
    rows, left = others
    more = [line(ngettext("{n} more", "{n} more", left).format(n=speech.digits(left)))] if left else []
    return speech.several([*(line(str(row)) for row in rows), *more])


def _differences(values: Iterable[tuple[str, tuple[str, str]]], speech: Speech) -> Line:
    return speech.several(
        [
            fill(
                gettext(_DIFFERENCE),
                column=column_name(f"ties.{key}", speech),
                first=_tie_value(first, speech),
                second=_tie_value(second, speech),
            )
            for key, (first, second) in values
        ]
    )


def _tie_value(text: str, speech: Speech) -> str:
    """A status in the reader's words, a strength as a number."""
    if speech.has("tie_status", text):
        return content.say("tie_status", text, speech.language)
    return speech.digits(float(text)) if text.replace(".", "", 1).isdigit() else text


def _bytes(size: int, speech: Speech) -> Line:
    return line(format_unit(round(size / 2**20, 1), "digital-megabyte", length="short", locale=speech.locale, numbering_system="latn"))


WAYS: template.Ways = {
    **template.WAYS,
    "text": lambda value, speech: line(Name(shown(value))),
    "texts": _texts,
    "plain_texts": lambda value, speech: speech.several([Name(text) for text in value]),
    "number": lambda value, speech: line(speech.digits(value)),
    "row": lambda value, speech: line(str(value)),
    "first": lambda value, speech: line(str(value[0])),
    "others": _others,
    "bytes": _bytes,
    "filekind": lambda value, speech: line(gettext(FILE_KINDS[value])) if value in FILE_KINDS else line(Name(value)),
    "sheet": lambda value, speech: line(sheet_name(value, speech)),
    "sheets": lambda value, speech: speech.several([quoted(sheet_name(key, speech)) for key in value], join="or"),
    "column": lambda value, speech: line(column_name(value, speech)),
    "map": lambda value, speech: line(Name(f"--map {value}=…")),
    "choices": _choices,
    "either": _either,
    "sectors": lambda value, speech: _entries("sector", value, speech),
    "languages": lambda value, speech: _entries("language", value, speech),
    "differences": _differences,
}
