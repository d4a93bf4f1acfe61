"""What is written down at a step, as a form made from the step's own fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.path import Recorded
from shutaf.analysis.situation import SECTORS, Situation
from shutaf.imports.values import iso_date
from shutaf.partnerships.paths import PathFacts
from shutaf.web.parts.sheet_form import ReadField, WordsField

MOST_CHARACTERS = {"text": 500, "long": 5000}


class StepForm(forms.Form):
    """Nothing is required: what is not written stays unknown, and the checks say so."""

    def __init__(self, *args: Any, step: content.Step, situation: Situation, language: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.step = step
        for one in step.fields:
            field = _field(one, situation, language)
            field.widget.attrs.setdefault("aria-describedby", f"id_{one.key}_helptext")
            self.fields[one.key] = field

    def values(self) -> dict[str, Recorded]:
        return {one.key: _recorded(one, self.cleaned_data[one.key]) for one in self.step.fields}


def _field(one: content.StepField, situation: Situation, language: str) -> forms.Field:
    shown: dict[str, Any] = {"label": one.label[language], "help_text": one.hint[language], "required": False}
    match one.kind:
        case "date":
            return ReadField(
                iso_date, empty="", widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}), max_length=40, **shown
            )
        case "initiative":
            choices = [("", _("not chosen")), *((found.ref, found.name) for found in situation.initiatives)]
            return forms.ChoiceField(choices=choices, **shown)
        case "sectors":
            keys = ("department", *SECTORS)
            return WordsField(choices=[(key, _group(key, language)) for key in keys], **shown)
    widget: forms.Widget = (
        forms.Textarea(attrs={"dir": "auto", "rows": 3}) if one.kind == "long" else forms.TextInput(attrs={"dir": "auto"})
    )
    return forms.CharField(widget=widget, max_length=MOST_CHARACTERS[one.kind], **shown)


def _group(key: str, language: str) -> str:
    return content.say("department" if key == "department" else "sector", key, language)


def _recorded(one: content.StepField, value: Any) -> Recorded:
    match one.kind:
        case "date":
            return Recorded(date=value)
        case "sectors":
            return Recorded(words=tuple(value))
        case "initiative":
            return Recorded(words=(value,) if value else ())
    return Recorded(text=value)


def step_initial(step: content.Step, path: PathFacts) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for one in step.fields:
        recorded = path.records.get((step.key, one.key), Recorded())
        if one.kind == "initiative":
            found[one.key] = next(iter(recorded.words), "")
        else:
            found[one.key] = list(recorded.words) if one.kind == "sectors" else recorded.date or recorded.text
    return found
