"""How is one row of a sheet typed in the browser? A form made from the workbook's own columns: their names, hints, lists and readers.

What cannot be read is told as the reader of files tells it, beside its field; what was typed stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import NOTHING, Amount, Word
from shutaf.imports import values
from shutaf.imports.amounts import amount as read_amount
from shutaf.imports.amounts import requirement
from shutaf.imports.problem import Problem
from shutaf.imports.values import UnreadableError
from shutaf.imports.words import split
from shutaf.imports.words import word as read_word
from shutaf.reports.wording.problems import said_here
from shutaf.web.parts.delicate import ask_whether_meant, meant
from shutaf.web.parts.tags import shape

LONG = frozenset({"opportunities", "source", "conditions", "problem", "limits", "decides", "contact"})
COLUMN_OF = {"from_date": "from", "until_date": "until", "since_date": "since"}
"""Names of fields in code that are other columns of the workbook."""


class ReadField(forms.CharField):
    """Text that a reader of the workbook turns into a value; empty is `empty`."""

    def __init__(self, reader: Callable[[str], Any], *, empty: Any, **options: Any) -> None:
        super().__init__(**options)
        self.reader, self.empty = reader, empty

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return self.empty
        try:
            return self.reader(text)
        except UnreadableError as why:
            raise forms.ValidationError(said_here(Problem(why.key, "error", facts=why.facts), isolate=True)) from None


class WordsWidget(forms.CheckboxSelectMultiple):
    """Boxes of a closed list."""

    is_choice = True


class WordsField(forms.MultipleChoiceField):
    """Words of a closed list, ticked; own words stand in the field beside it."""

    widget = WordsWidget


def _column(sheet: str, key: str) -> content.Column:
    wanted = COLUMN_OF.get(key, key)
    return next(column for column in content.columns(sheet) if column.key == wanted)


def field_for(sheet: str, key: str, language: str, *, required: bool | None = None) -> forms.Field:
    """The field of one column."""
    column = _column(sheet, key)
    options: dict[str, Any] = {
        "label": column.names[language], "help_text": column.hints[language], "required": column.required if required is None else required,
    }  # fmt: skip
    if column.kind in ("answer", "invite"):
        choices = [(one.key, one.names[language]) for one in content.entries(column.list)]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **{**options, "required": False})
    if column.kind == "word" and column.many:
        return WordsField(choices=_choices(column.list, language), **options)
    if column.kind == "word":
        return forms.ChoiceField(choices=[("", _("not known")), *_choices(column.list, language)], **options)
    return _text_field(column, key, options)


def _choices(list_key: str, language: str) -> list[tuple[str, str]]:
    def said(key: str, name: str) -> str:
        return mark_safe(f"{shape(key)} {name}") if list_key == "sector" else name  # noqa: S308 - our own words and shapes

    return [(one.key, said(one.key, one.names[language])) for one in content.entries(list_key)]


def _text_field(column: content.Column, key: str, options: dict[str, Any]) -> forms.Field:
    is_ltr = column.kind in ("email", "phone", "number", "integer", "share", "date", "coordinate")
    widget: forms.Widget = (
        forms.Textarea(attrs={"dir": "auto", "rows": 3}) if key in LONG else forms.TextInput(attrs={"dir": "ltr" if is_ltr else "auto"})
    )
    readers: Mapping[str, tuple[Callable[[str], Any], Any]] = {
        "number": (lambda text: values.number_within(text, *values.bounds_of(column.key)), None),
        "integer": (lambda text: values.integer(text, *values.bounds_of(column.key)), None),
        "share": (values.share, None),
        "date": (values.iso_date, ""),
        "coordinate": (lambda text: values.number_within(text, -180, 180), None),
        "amount": (lambda text: read_amount(text), None),
        "requirement": (lambda text: tuple(requirement(part) for part in split(text)), ()),
    }
    if column.kind in readers:
        reader, empty = readers[column.kind]
        return ReadField(reader, empty=empty, widget=widget, **options)
    if column.many:
        return ReadField(lambda text: tuple(Word(part) for part in split(text)), empty=(), widget=widget, **options)
    return forms.CharField(widget=widget, max_length=2000, **options)


class SheetForm(forms.Form):
    """A row of a sheet. `common` keys stand open, `more` keys are folded."""

    sheet = ""
    common: Sequence[str] = ()
    more: Sequence[str] = ()

    def __init__(self, *args: Any, language: str, only: Iterable[str] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.language = language
        allowed = set(only) if only is not None else None
        self.common_keys = [key for key in self.common if allowed is None or key in allowed]
        self.more_keys = [key for key in self.more if allowed is None or key in allowed]
        for key in (*self.common_keys, *self.more_keys):
            self.fields[key] = field_for(self.sheet, key, language)
            if isinstance(self.fields[key], WordsField):
                label = _("{name}: own words").format(name=self.fields[key].label)
                self.fields[f"{key}_own"] = forms.CharField(
                    label=label, required=False, max_length=2000, widget=forms.TextInput(attrs={"dir": "auto"})
                )
        for key in self.fields:
            field = self.fields[key]
            if field.help_text:
                field.widget.attrs.setdefault("aria-describedby", f"id_{self.add_prefix(key)}_helptext")

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        ask_whether_meant(self)
        return found

    def _shown(self, keys: Sequence[str]) -> list[Any]:
        return [self[name] for key in keys for name in (key, f"{key}_own") if name in self.fields]

    def common_fields(self) -> list[Any]:
        return [*self._shown(self.common_keys), *meant(self)]

    def more_fields(self) -> list[Any]:
        return self._shown(self.more_keys)

    @property
    def has_folded_errors(self) -> bool:
        return any(bound.errors for bound in self.more_fields())

    def values(self) -> dict[str, Any]:
        """What was typed, as the fields of a row take it."""
        found: dict[str, Any] = {}
        for key in (*self.common_keys, *self.more_keys):
            found[key] = self._value(key, self.cleaned_data[key])
        return found

    def _value(self, key: str, value: Any) -> Any:
        column = _column(self.sheet, key)
        if column.kind in ("answer", "invite"):
            return value or "unknown"
        if column.kind == "word" and column.many:
            own = tuple(read_word(part, column.list) for part in split(self.cleaned_data.get(f"{key}_own", "")))
            return (*(Word(content.say(column.list, one, self.language), one) for one in value), *own)
        if column.kind == "word":
            return Word(content.say(column.list, value, self.language), value) if value else NOTHING
        return value


def initial_of(record: Any, keys: Iterable[str]) -> dict[str, Any]:
    """What the form shows of a record: keys of words, own words apart, amounts and dates as text."""
    found: dict[str, Any] = {}
    for key in keys:
        value = getattr(record, key)
        if isinstance(value, Word):
            found[key] = value.key
        elif isinstance(value, Amount):
            found[key] = f"{value.value} {value.unit}".strip()
        elif isinstance(value, tuple):
            found[key] = [one.key for one in value if isinstance(one, Word) and one.key]
            found[f"{key}_own"] = " | ".join(one.text for one in value if isinstance(one, Word) and not one.key)
        else:
            found[key] = int(value) if isinstance(value, float) and value.is_integer() else value
    return found
