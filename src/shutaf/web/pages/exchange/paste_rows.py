"""How is a pasted line shown to be mended, and what is wrong with it? One small form a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf import content
from shutaf.analysis.situation import NOTHING, Body, Word
from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.names import Names
from shutaf.imports import values
from shutaf.imports.amounts import amount as read_amount
from shutaf.imports.pasted_exchange import Thing
from shutaf.imports.words import split
from shutaf.imports.words import word as read_word
from shutaf.web.parts.quick_widgets import QuickInput, QuickSelect
from shutaf.web.parts.sheet_form import ReadField

AUTO = {"dir": "auto"}
SIDES = (("", gettext_lazy("need or offer?")), ("need", gettext_lazy("A need")), ("offer", gettext_lazy("An offer")))
KEPT = ("title", "side", "body", "kind", "theme", "also", "amount", "where", "from_date", "until_date", "conditions", "line")


class Bodies:
    """Whose a line may be, by any name; only those of `own` where somebody writes for the own bodies."""

    def __init__(self, bodies: Sequence[Body], own: Sequence[str], language: str) -> None:
        self._names = Names()
        self.names: list[str] = []
        self.by_ref = {body.ref: body for body in bodies if not own or body.ref in own}
        for body in self.by_ref.values():
            self._names.add(body.ref, (), (body.name, *(name for _language, name in body.names)))
            self.names.append(body.name_in(language))
        self.language = language

    def find(self, text: str) -> str:
        return (self._names.find(text) or "") if text else ""

    def clean(self, text: str) -> str:
        """The ref; ValidationError says which names come near."""
        ref = self.find(text)
        if not ref:
            near = self._names.nearest(text, 2, 0.4)
            said = _("No body of this name is on the map.")
            likely = _("Meant perhaps: {names}").format(names=" / ".join(f"\u2068{name}\u2069" for name in near)) if near else ""
            raise forms.ValidationError(f"{said} {likely}".strip())
        if self._names.is_shared(text):
            raise forms.ValidationError(_("Several bodies bear this name. Add it on the page of the body."))
        return ref


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What counts for every line. body: ref, of lines that name none; said_by: who said it, in which role."""

    body: str = ""
    said_by: str = ""
    as_of: str = ""
    visible_to: str = "editors"


class ThingForm(forms.Form):
    """A line as it was read."""

    line = forms.IntegerField(required=False, widget=forms.HiddenInput)
    side = forms.ChoiceField(
        label=gettext_lazy("What is it?"),
        choices=SIDES,
        widget=QuickSelect,
        error_messages={"required": gettext_lazy("Is it a need or an offer?")},
    )
    body = forms.CharField(label=gettext_lazy("Whose?"), required=False, max_length=500, widget=QuickInput(attrs=AUTO | {"list": "names"}))
    title = forms.CharField(
        label=gettext_lazy("What, in a few words"),
        max_length=1000,
        widget=QuickInput(attrs=AUTO),
        error_messages={"required": gettext_lazy("Write in a few words what it is.")},
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False, widget=QuickSelect)
    theme = forms.ChoiceField(label=gettext_lazy("Theme"), required=False, widget=QuickSelect)
    amount = ReadField(read_amount, empty=None, label=gettext_lazy("Amount"), required=False, max_length=100, widget=QuickInput(attrs=AUTO))
    where = forms.CharField(label=gettext_lazy("Where"), required=False, max_length=500, widget=QuickInput(attrs=AUTO))
    from_date = ReadField(
        values.iso_date, empty="", label=gettext_lazy("From"), required=False, max_length=30, widget=QuickInput(attrs={"dir": "ltr"})
    )
    until_date = ReadField(
        values.iso_date, empty="", label=gettext_lazy("Until"), required=False, max_length=30, widget=QuickInput(attrs={"dir": "ltr"})
    )
    conditions = forms.CharField(label=gettext_lazy("Conditions"), required=False, max_length=2000, widget=QuickInput(attrs=AUTO))
    also = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
    guessed = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    leave = forms.BooleanField(label=gettext_lazy("Leave this line out"), required=False)

    def __init__(
        self, data: Mapping[str, Any], *, prefix: str, bodies: Bodies, otherwise: Otherwise, choices: Mapping[str, list[tuple[str, str]]]
    ) -> None:
        super().__init__(data, prefix=prefix, use_required_attribute=False)
        self.bodies, self.otherwise = bodies, otherwise
        for name, options in choices.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]

    def clean_body(self) -> str:
        text = str(self.cleaned_data["body"])
        if text:
            return self.bodies.clean(text)
        if not self.otherwise.body:
            raise forms.ValidationError(_("Whose is it? Write a name, or choose above to whom all such lines belong."))
        return self.otherwise.body

    @property
    def is_left_out(self) -> bool:
        return bool(self["leave"].value())

    @property
    def guesses(self) -> dict[str, str]:
        """Field -> the word that its value was guessed by, as long as the value stands."""
        parts = [part.split(":", 2) for part in str(self["guessed"].value() or "").split("\n")]
        return {
            part[0]: part[2] for part in parts if len(part) == 3 and part[0] in self.fields and self[part[0]].value() == part[1] and part[2]
        }

    @property
    def main(self) -> list[Any]:
        return [self[name] for name in ("side", "body", "kind", "theme", "amount")]

    @property
    def more(self) -> list[Any]:
        return [self[name] for name in ("where", "from_date", "until_date", "conditions")]

    @property
    def has_more(self) -> bool:
        return any(bound.value() or bound.errors for bound in self.more)

    @property
    def hidden(self) -> list[Any]:
        return [self[name] for name in ("line", "also", "guessed")]

    def row(self) -> dict[str, Any]:
        """As the action takes it."""
        data, language = self.cleaned_data, self.bodies.language
        also = tuple(read_word(part, "theme") for part in split(data["also"]))
        return {
            "body_ref": data["body"], "side": data["side"], "title": data["title"], "kind": _word("resource", data["kind"], language),
            "themes": (*filter(None, (_word("theme", data["theme"], language),)), *also), "amount": data["amount"], "where": data["where"],
            "from_date": data["from_date"], "until_date": data["until_date"], "conditions": data["conditions"],
            "said_by": self.otherwise.said_by, "as_of": self.otherwise.as_of, "visible_to": self.otherwise.visible_to,
        }  # fmt: skip


def _word(list_key: str, key: str, language: str) -> Word:
    return Word(content.say(list_key, key, language), key) if key else NOTHING


def typed_of(things: Sequence[Thing]) -> dict[str, Any]:
    """What was read, as if it had been typed: the first look and every later one go the same way."""
    found: dict[str, Any] = {"count": len(things)}
    for n, thing in enumerate(things):
        told = asdict(thing)
        found |= {f"r{n}-{name}": told[name] for name in KEPT}
        found[f"r{n}-guessed"] = "\n".join(f"{name}:{guess.key}:{guess.word}" for name, guess in thing.guesses)
    return found


def mark_twins(forms_: Sequence[ThingForm], there: frozenset[tuple[str, str, str]]) -> None:
    """A line that says what is there already, or what a line before says, is told so. there: (body, side, folded title)."""
    seen = set(there)
    for form in forms_:
        if form.is_left_out or form.errors:
            continue
        data = form.cleaned_data
        key = (data["body"], data["side"], fold(data["title"]))
        if key in seen:
            form.add_error("title", _("It is there already. Leave this line out, or say what is different."))
        seen.add(key)
