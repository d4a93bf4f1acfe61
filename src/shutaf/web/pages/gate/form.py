"""Seven questions that decide and two that name the kind; yes, no, or not known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.path import ASKED
from shutaf.analysis.situation import Answer

MOST_CHARACTERS = 300


class GateForm(forms.Form):
    """idea: what it is about, asked only where no partnership says it."""

    def __init__(self, *args: Any, language: str, has_idea: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if has_idea:
            self.fields["idea"] = forms.CharField(
                label=_("What is it about?"), max_length=MOST_CHARACTERS, help_text=_("A few words, for example: less packaging in the main street."),
                widget=forms.TextInput(attrs={"dir": "auto", "aria-describedby": "id_idea_helptext"}),
            )  # fmt: skip
        choices = [("yes", _("Yes")), ("no", _("No")), ("unknown", _("not known"))]
        for one in content.gate_questions():
            self.fields[one.key] = forms.ChoiceField(
                label=one.text[language], help_text=one.hint[language], required=False, choices=choices, widget=forms.RadioSelect(attrs={"class": "choice"}),
            )  # fmt: skip
            self.fields[one.key].show_optional = False  # type: ignore[attr-defined]

    def idea_field(self) -> list[Any]:
        return [self["idea"]] if "idea" in self.fields else []

    def deciding(self) -> list[Any]:
        return [self[key] for key in ASKED]

    def of_kind(self) -> list[Any]:
        return [self[one.key] for one in content.gate_questions() if one.key not in ASKED]

    def answers(self) -> tuple[tuple[str, str], ...]:
        return tuple((one.key, self.cleaned_data[one.key] or "unknown") for one in content.gate_questions())


def gate_initial(answers: Mapping[str, Answer], idea: str = "") -> dict[str, Any]:
    return {one.key: answers.get(one.key, "unknown") for one in content.gate_questions()} | {"idea": idea}
