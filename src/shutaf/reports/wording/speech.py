"""How does the reader's language write numbers, dates, amounts and lists? And which name does a ref have?"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext

from shutaf import content
from shutaf.analysis.situation import Amount, Number, Situation, Word
from shutaf.analysis.text.fold import fold
from shutaf.reports.codes import Codebook
from shutaf.reports.document import Inline, Line, Name, Num, Text, line

NBSP = "\u00a0"

_NOT_HEBREW = re.compile(r"[0-9A-Za-z]")

LOCALES = {"he": "he", "ar": "ar", "en": "en_GB", "de": "de"}
"""How each language writes numbers, dates and lists; English as our sentences are spelt."""

CRITERIA = {
    "chance": N_("chance of success"),
    "months_to_result": N_("months to a first result"),
    "sectors_gain": N_("sectors that gain"),
    "resources_covered": N_("resources covered by known offers"),
    "bodies_willing": N_("bodies in favour"),
}
"""The criteria every ranking has."""


@dataclass
class Speech:
    """One reader: a language, the situation whose refs become names, and the codebook that numbers are entered into."""

    language: str
    situation: Situation
    codes: Codebook = field(default_factory=Codebook)

    def __post_init__(self) -> None:
        self.locale = Locale.parse(LOCALES[self.language])

    # -- numbers

    def digits(self, value: float | Decimal, decimals: int = 1) -> str:
        """A bare number: 1,234 or 1.234 by language, at most `decimals` places, digits 0-9 in all four."""
        pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
        return str(format_decimal(value, format=pattern, locale=self.locale, numbering_system="latn"))

    def number(self, number: Number, decimals: int = 1) -> Num:
        """A number with its code."""
        return Num(self.digits(number.value, decimals), self.codes.code(number))

    def share(self, number: Number) -> Num:
        """A share 0-1 as per cent, with its code."""
        said = format_percent(number.value, locale=self.locale, numbering_system="latn")
        return Num(str(said), self.codes.code(number))

    def percent(self, share_0_1: float) -> str:
        return str(format_percent(share_0_1, locale=self.locale, numbering_system="latn"))

    def amount(self, amount: Amount) -> Line:
        """120 m², 3 hours, 5,000 ₪; a unit on no list is the user's own word and isolated."""
        value = self.digits(amount.value, 2)
        if not amount.unit:
            return line(value)
        unit = next((u for u in content.units() if u.key == amount.unit), None)
        if unit is None:
            return line(value + NBSP, Name(amount.unit))
        return line(_unit_said(amount.value, value, unit.key, unit.names[self.language], self.locale))

    # -- dates

    def date(self, iso: str) -> str:
        """A year, a month or a day of ISO text as the language writes it; anything else as it stands."""
        try:
            match len(iso):
                case 10:
                    return str(format_date(datetime.date.fromisoformat(iso), format="long", locale=self.locale)).replace(" ", NBSP)
                case 7:
                    first = datetime.date.fromisoformat(iso + "-01")
                    # not LLLL: Babel 2 keeps the month names that stand alone of the first language asked for all that share them
                    return str(format_date(first, format="MMMM y", locale=self.locale)).replace(" ", NBSP)
        except ValueError:
            return iso
        return iso

    # -- names

    def body(self, ref: str, *, shape: bool = False, strong: bool = False) -> Name:
        """The name of a body in the reader's language if it was given, else as written."""
        body = self.situation.body_by_ref.get(ref)
        if body is None:
            return Name(ref, strong=strong)
        return Name(body.name_in(self.language), body.group_key or "other" if shape else "", strong)

    def person(self, ref: str) -> Name:
        person = self.situation.person_by_ref.get(ref)
        return Name(person.name if person else ref)

    def who(self, ref_or_text: str) -> Name:
        """Somebody named by the ref of a body or person, or as written."""
        return self.body(ref_or_text) if ref_or_text in self.situation.body_by_ref else self.person(ref_or_text)

    def where(self, text: str) -> Name:
        """Where something is, as written; the name of the place itself in the reader's language."""
        place = self.situation.place
        return Name(place.name_in(self.language) if place.name and fold(text) == fold(place.name) else text)

    def initiative(self, ref: str) -> Name:
        return Name(self._initiatives.get(ref, ref))

    def resource(self, ref: str) -> Name:
        """The title of a need or an offer."""
        return Name(self._resources.get(ref, ref))

    @cached_property
    def _initiatives(self) -> Mapping[str, str]:
        return {initiative.ref: initiative.name for initiative in self.situation.initiatives}

    @cached_property
    def _resources(self) -> Mapping[str, str]:
        return {resource.ref: resource.title for resource in (*self.situation.needs, *self.situation.offers)}

    # -- words of closed lists

    def word(self, list_key: str, word: Word | str) -> Inline:
        """The list's name in the reader's language; an own word as written, isolated."""
        key, text = (word.key, word.text) if isinstance(word, Word) else (word, word)
        return Text(content.say(list_key, key, self.language)) if key and self.has(list_key, key) else Name(text)

    def has(self, list_key: str, key: str) -> bool:
        return any(entry.key == key for entry in content.entries(list_key))

    def criterion(self, key_or_label: str) -> Line:
        """A criterion of ours in the reader's language, one of hers as written."""
        if said := CRITERIA.get(key_or_label):
            return line(_(said))
        own = key_or_label.removeprefix("own:")
        return line(content.say("criterion", own, self.language)) if self.has("criterion", own) else (Name(own),)

    def group(self, key: str) -> str:
        """The name of a sector or `department`; "" is "sector not known"."""
        if not key:
            return _("sector not known")
        return content.say("department" if key == "department" else "sector", key, self.language)

    # -- lists

    def several(self, parts: Iterable[Inline | Line], *, most: int | None = None, join: Literal["standard", "or"] = "standard") -> Line:
        """ "A, B and C" (or "A, B or C") as the language says it; above `most` the rest is counted."""
        items: list[Line] = [(part,) if isinstance(part, Text | Name | Num) else tuple(part) for part in parts]  # type: ignore[arg-type]
        if most is not None and len(items) > most:
            rest = len(items) - most
            items = [*items[:most], line(ngettext("{n} more", "{n} more", rest).format(n=self.digits(rest)))]
        if len(items) <= 1:
            return items[0] if items else ()
        marks = [f"\ue000{i}\ue001" for i in range(len(items))]
        joined = str(format_list(marks, style=join, locale=self.locale))
        if self.language == "he" and _NOT_HEBREW.match("".join(part.text for part in items[-1])):
            joined = joined.replace(f"ו{marks[-1]}", f"ו־{marks[-1]}")  # the prefix stands alone before a digit or a Latin letter
        return _replaced(joined, items)

    def bodies(self, refs: Iterable[str], *, most: int | None = None, shape: bool = False) -> Line:
        names = [self.body(ref, shape=shape) for ref in refs]
        if any(mark in name.text for name in names for mark in ",،") and len(names) > 1:
            return self._apart(names, most)
        return self.several(names, most=most)

    def _apart(self, names: Sequence[Name], most: int | None) -> Line:
        """Names that hold commas of their own, told apart by semicolons."""
        shown = names[:most]
        rest = len(names) - len(shown)
        more = line(_("; "), ngettext("{n} more", "{n} more", rest).format(n=self.digits(rest))) if rest else ()
        return line(*(piece for i, name in enumerate(shown) for piece in ((_("; ") if i else ""), name)), more)


BABEL_UNITS = {
    "hour": "duration-hour",
    "m": "length-meter",
    "km": "length-kilometer",
    "kg": "mass-kilogram",
    "litre": "volume-liter",
    "hectare": "area-hectare",
}
"""Units whose words Babel bends to the number, by our key."""


def _unit_said(value: Decimal, digits: str, key: str, name: str, locale: Locale) -> str:
    """ "3 hours", "1 hour"; a unit Babel does not know stands before the number where its one form would not agree: "people: 1"."""
    if key in BABEL_UNITS:
        return str(format_unit(value, BABEL_UNITS[key], length="long", locale=locale, numbering_system="latn")).replace(" ", NBSP)
    counts = key in COUNTED_UNITS
    return f"{name}: {digits}" if counts and (value == 1 or locale.language == "ar") else f"{digits}{NBSP}{name}"


COUNTED_UNITS = frozenset(
    (
        "person",
        "household",
        "organisation",
        "piece",
        "meal",
        "tree",
        "vehicle",
        "event",
        "post",
        "day",
        "week",
        "month",
        "hour/week",
        "hour/month",
        "day/month",
    )
)
"""Units that are words for things and people, with a plural of their own."""


def _replaced(joined: str, items: Sequence[Line]) -> Line:
    """Babel's joined marks with each mark replaced by its line."""
    out: list[Inline] = []
    for piece in joined.split("\ue000"):
        if "\ue001" in piece:
            number, piece = piece.split("\ue001", 1)
            out.extend(items[int(number)])
        if piece:
            out.append(Text(piece))
    return tuple(out)
