"""The short rows of a department's sheet: ties, needs, offers, opportunities. An emptied row goes to the trash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf import content
from shutaf.analysis.situation import NOTHING, Word
from shutaf.imports import values
from shutaf.imports.amounts import amount as read_amount
from shutaf.intake.writing import Said
from shutaf.web.parts.quick_widgets import QuickInput, QuickSelect
from shutaf.web.parts.sheet_form import ReadField

AUTO = {"dir": "auto", "autocomplete": "off"}
LTR = {"dir": "ltr", "autocomplete": "off"}
FULLER = ("amount", "where", "from_date", "until_date", "conditions")
QUALITY = [("", "–"), *((str(n), str(n)) for n in range(1, 6))]
LEVELS = (
    ("", gettext_lazy("not known")),
    ("works", gettext_lazy("works with")),
    ("knows", gettext_lazy("knows")),
    ("none", gettext_lazy("does not")),
)


def short(label: Any, most: int = 1000, **attrs: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=most, widget=QuickInput(attrs=AUTO | attrs))


def choice(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=QuickSelect)


def words(list_key: str, language: str) -> list[tuple[str, str]]:
    return [("", _("not known")), *((one.key, one.names[language]) for one in content.entries(list_key))]


def word(list_key: str, key: str, language: str) -> Word:
    return Word(content.say(list_key, key, language), key) if key else NOTHING


class RowForm(forms.Form):
    """A row of a table: its labels are for the ear and for the phone, the eye has the table's head. ref: of the row that is there."""

    table, first = "", "title"

    def __init__(self, *args: Any, ref: str = "", language: str, **options: Any) -> None:
        super().__init__(*args, **(options | {"use_required_attribute": False}))
        self.ref, self.language = ref, language
        self.prepare()

    def prepare(self) -> None:
        """Choices that speak the reader's language."""

    @cached_property
    def is_told(self) -> bool:
        return bool(self.is_valid() and self.cleaned_data.get(self.first))

    def said(self) -> Said | None:
        """What this row says that is new; None for nothing."""
        if not self.has_changed() or (not self.ref and not self.is_told):
            return None
        return Said(self.table, self.ref, self.values()) if self.is_told else Said(self.table, self.ref, gone=True)

    def values(self) -> dict[str, Any]:
        return dict(self.cleaned_data)

    def clean(self) -> dict[str, Any]:
        """A row with something in it has a first cell, unless it is there and was emptied."""
        data = super().clean() or {}
        others = any(value for name, value in data.items() if name != self.first and name in self.changed_data)
        if not self.ref and others and not data.get(self.first) and self.first not in self.errors:
            self.add_error(self.first, _("What is it about? Without it the row cannot be kept."))
        return data


class TieRow(RowForm):
    """A tie with a body that is known (other) or typed by its name (new)."""

    table, first = "relations.tie", "level"
    level = choice(gettext_lazy("What is known"), LEVELS)
    quality_1_5 = choice(gettext_lazy("How good, 1 to 5"), QUALITY)
    experience = short(gettext_lazy("What worked, what failed and why"), 2000)

    def __init__(self, *args: Any, other: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.other = other

    def said(self) -> Said | None:
        if not self.has_changed():
            return None
        if "level" in self.changed_data and not self.cleaned_data["level"]:
            return Said(self.table, fields={"with": self.other.ref, "level": ""})
        return Said(self.table, fields={"with": self.other.ref} | {name: self._value(name) for name in self.changed_data})

    def _value(self, name: str) -> Any:
        value = self.cleaned_data[name]
        return (int(value) if value else None) if name == "quality_1_5" else value


class NewTieRow(TieRow):
    first = "name"
    name = short(gettext_lazy("Body"), 300, list="bodies")

    def __init__(self, *args: Any, by_name: Any, **options: Any) -> None:
        super().__init__(*args, other=None, **options)
        self.by_name = by_name

    def clean_name(self) -> str:
        text = str(self.cleaned_data["name"]).strip()
        if text:
            self.other = self.by_name(text)
            if self.other is None:
                raise forms.ValidationError(_("No body of this name is on the map. Add it first, or choose one from the list."))
        return text

    def said(self) -> Said | None:
        if not self.is_told:
            return None
        told = {"quality_1_5": self._value("quality_1_5"), "experience": self.cleaned_data["experience"]}
        return Said(
            self.table,
            fields={"with": self.other.ref, "level": self.cleaned_data["level"] or "works"} | {k: v for k, v in told.items() if v},
        )


class ThingRow(RowForm):
    """A need or an offer. How much, where, when and on which conditions is asked of a new one; one that is there has its own page for that."""

    table, side = "exchange.resource", "need"
    title = short(gettext_lazy("What"))
    kind = choice(gettext_lazy("Kind"), ())
    amount = ReadField(read_amount, empty=None, label=gettext_lazy("Amount"), required=False, max_length=100, widget=QuickInput(attrs=AUTO))
    where = short(gettext_lazy("Where"), 500)
    from_date = ReadField(
        values.iso_date, empty="", label=gettext_lazy("From"), required=False, max_length=30, widget=QuickInput(attrs=LTR)
    )
    until_date = ReadField(
        values.iso_date, empty="", label=gettext_lazy("Until"), required=False, max_length=30, widget=QuickInput(attrs=LTR)
    )
    conditions = short(gettext_lazy("Conditions"), 2000)

    def prepare(self) -> None:
        self.fields["kind"].choices = words("resource", self.language)  # type: ignore[attr-defined]
        if self.ref:
            for name in FULLER:
                del self.fields[name]

    def fuller(self) -> list[Any]:
        """The fields that stand folded."""
        return [self[name] for name in FULLER if name in self.fields]

    @property
    def has_fuller(self) -> bool:
        return any(bound.value() or bound.errors for bound in self.fuller())

    def values(self) -> dict[str, Any]:
        found = {"title": self.cleaned_data["title"], "kind": word("resource", self.cleaned_data["kind"], self.language)}
        return (
            found
            if self.ref
            else found | {"side": self.side} | {name: self.cleaned_data[name] for name in FULLER if self.cleaned_data[name]}
        )


class NeedRow(ThingRow):
    asked_of = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_asked_of(self) -> str:
        key = str(self.cleaned_data["asked_of"])
        return key if key in ("business", "civil_society") else ""

    def has_changed(self) -> bool:
        return bool(set(self.changed_data) - {"asked_of"})

    def values(self) -> dict[str, Any]:
        return super().values() | {"asked_of": self.cleaned_data["asked_of"]}


class OfferRow(ThingRow):
    side = "offer"

    def has_changed(self) -> bool:
        return bool(set(self.changed_data) - ({"kind"} if not self.ref else set()))


class OpportunityRow(RowForm):
    table = "bodies.opportunity"
    title = short(gettext_lazy("What opens up"))
    from_date = ReadField(values.iso_date, empty="", label=gettext_lazy("From"), required=False, max_length=30, widget=QuickInput)
    until_date = ReadField(values.iso_date, empty="", label=gettext_lazy("Until"), required=False, max_length=30, widget=QuickInput)
    theme = choice(gettext_lazy("Theme"), ())
    note = short(gettext_lazy("Note"), 2000)

    def prepare(self) -> None:
        self.fields["theme"].choices = words("theme", self.language)  # type: ignore[attr-defined]
        for name in ("from_date", "until_date"):
            self.fields[name].widget.attrs |= {"dir": "ltr", "size": "10", "autocomplete": "off"}

    def values(self) -> dict[str, Any]:
        found = dict(self.cleaned_data)
        theme = word("theme", found.pop("theme"), self.language)
        keeps = self.ref and "theme" not in self.changed_data  # several themes of a row that is there are not narrowed to one
        return found if keeps else found | {"themes": (theme,) if theme else ()}


def said_in(rows: list[Any]) -> Iterator[Said]:
    for row in rows:
        if said := row.said():
            yield said
