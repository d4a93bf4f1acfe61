"""One running action to change."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shutaf import content
from shutaf.analysis.situation import Word
from shutaf.bodies.plans import RunningActionFacts
from shutaf.imports import values
from shutaf.imports.words import split
from shutaf.imports.words import word as read_word
from shutaf.web.parts.sheet_form import ReadField

AUTO = {"dir": "auto"}


def choices(list_key: str, language: str) -> list[tuple[str, str]]:
    return [(entry.key, entry.names[language[:2]]) for entry in content.entries(list_key)]


class ActionForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=1000, widget=forms.TextInput(attrs=AUTO))
    year = ReadField(
        values.iso_date, empty="", label=_("Year"), required=False, max_length=30, widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("A year, a month or a day."),
    )  # fmt: skip
    themes = forms.MultipleChoiceField(label=_("Themes"), required=False, widget=forms.CheckboxSelectMultiple)
    themes_own = forms.CharField(label=_("Themes: own words"), required=False, max_length=2000, widget=forms.TextInput(attrs=AUTO))
    state = forms.ChoiceField(label=_("State"), required=False, widget=forms.RadioSelect)
    partners = forms.CharField(label=_("With whom"), required=False, max_length=2000, widget=forms.TextInput(attrs=AUTO))
    note = forms.CharField(label=_("Note"), required=False, max_length=4000, widget=forms.Textarea(attrs=AUTO | {"rows": 3}))

    def __init__(self, *args: Any, language: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.language = language
        for name, list_key in (("themes", "theme"), ("state", "action_state")):
            self.fields[name].choices = choices(list_key, language)  # type: ignore[attr-defined]

    def common_fields(self) -> list[Any]:
        return list(self)

    def values(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        own = tuple(read_word(part, "theme") for part in split(data.pop("themes_own")))
        themes = tuple(Word(content.say("theme", key, self.language), key) for key in data.pop("themes"))
        return data | {"themes": (*themes, *own), "state": data["state"] or "unknown"}


def action_initial(one: RunningActionFacts) -> dict[str, Any]:
    return {
        "title": one.title, "year": one.year, "themes": [word.key for word in one.themes if word.key], "state": one.state,
        "themes_own": " | ".join(word.text for word in one.themes if not word.key), "partners": one.partners, "note": one.note,
    }  # fmt: skip
