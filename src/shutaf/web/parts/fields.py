"""Which fields do forms ask for that the workbook has no column for?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shutaf import content
from shutaf.analysis.situation import NOTHING, Word
from shutaf.imports import values
from shutaf.web.parts.long_select import LongSelect
from shutaf.web.parts.sheet_form import ReadField
from shutaf.web.parts.values import CARD_FIELDS_SAID


def one_body(label: Any, bodies: list[tuple[str, str]], hint: Any = "", *, required: bool = False) -> forms.ChoiceField:
    """One of all bodies that are there."""
    return forms.ChoiceField(label=label, help_text=hint, choices=bodies, required=required, widget=LongSelect)


def text(label: Any, hint: Any = "", *, rows: int = 0, most: int = 2000) -> forms.CharField:
    """A line, or with `rows` a box; what is typed runs by its own direction."""
    widget = forms.Textarea(attrs={"dir": "auto", "rows": rows}) if rows else forms.TextInput(attrs={"dir": "auto"})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=most, widget=widget)


def day(label: Any, hint: Any = "") -> ReadField:
    """A year, a month or a day, written as people write it."""
    widget = forms.TextInput(attrs={"dir": "ltr", "inputmode": "text"})
    return ReadField(values.iso_date, empty="", label=label, help_text=hint, required=False, widget=widget)


def whole(label: Any, low: int, high: int, hint: Any = "") -> ReadField:
    """A whole number between two ends, or nothing."""
    widget = forms.TextInput(attrs={"dir": "ltr", "inputmode": "numeric"})
    return ReadField(lambda typed: values.integer(typed, low, high), empty=None, label=label, help_text=hint, required=False, widget=widget)


def one_of(label: Any, choices: Any, hint: Any = "", *, first: Any = None) -> forms.ChoiceField:
    """One of a few, all of them to be seen."""
    return forms.ChoiceField(label=label, help_text=hint, choices=choices, widget=forms.RadioSelect, required=False, initial=first)


def word(label: Any, list_key: str, language: str, hint: Any = "") -> forms.ChoiceField:
    """A word of a closed list, or not known."""
    choices = [("", _("not known")), *((one.key, one.names[language]) for one in content.entries(list_key))]
    return forms.ChoiceField(label=label, help_text=hint, choices=choices, required=False)


def as_word(list_key: str, key: str, language: str) -> Word:
    return Word(content.say(list_key, key, language), key) if key else NOTHING


def said(key: str) -> Any:
    return _(CARD_FIELDS_SAID[key])


CARD_ONLY: Mapping[str, Callable[[], forms.Field]] = {
    "size": lambda: text(said("size"), _("In words or numbers. Example: 12 people, two shops"), most=300),
    "activity": lambda: text(said("activity"), _("In its own words, in a sentence or two."), rows=3),
    "impact": lambda: text(
        said("impact"),
        _("Energy, waste, transport, water, land, people it employs, what it buys locally: whatever is known."),
        rows=3,
    ),
    "change_agent_why": lambda: text(
        said("change_agent_why"),
        _("A role rather than a name. Example: the production manager brought two neighbours into the energy group"),
        rows=3,
    ),
    "unexpected_ally": lambda: text(
        said("unexpected_ally"),
        _("Who, and on what? Example: the logistics firm also wants fewer lorries at school hours"),
        rows=3,
    ),
}
"""The fields of `bodies.told.ON_THE_CARD`."""
