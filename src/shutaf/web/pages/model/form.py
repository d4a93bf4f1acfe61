"""Ten questions, and what each model needs first; every one may stay not known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.reports.document import Line

MOST_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Hint:
    """What the map suggests to one question."""

    answer: str
    because: Line


class ModelForm(forms.Form):
    """Values are places of answers, "" for not known. idea: what it is about, asked only where nothing else says it."""

    def __init__(self, *args: Any, language: str, has_idea: bool, hints: Mapping[str, Hint], **options: Any) -> None:
        super().__init__(*args, **options)
        self._hints = hints
        if has_idea:
            self.fields["idea"] = forms.CharField(
                label=_("What is it about?"), max_length=MOST_CHARACTERS, help_text=_("A few words, for example: less packaging in the main street."),
                widget=forms.TextInput(attrs={"dir": "auto", "aria-describedby": "id_idea_helptext"}),
            )  # fmt: skip
        for one in content.model_questions():
            answers = [(str(place), answer.text[language]) for place, answer in enumerate(one.answers)]
            self.fields[one.key] = self._asked(one.text[language], one.hint[language], answers)
        for name, text in _preconditions_asked():
            self.fields[name] = self._asked(text[language], "", [("0", _("There already")), ("1", _("Still missing"))])

    @staticmethod
    def _asked(label: str, hint: str, answers: list[tuple[str, str]]) -> forms.ChoiceField:
        found = forms.ChoiceField(
            label=label, help_text=hint, required=False, choices=[*answers, ("", _("not known"))], widget=forms.RadioSelect(attrs={"class": "choice"}),
        )  # fmt: skip
        found.show_optional = False  # type: ignore[attr-defined]
        return found

    @property
    def has_hints(self) -> bool:
        return bool(self._hints)

    def idea_field(self) -> list[BoundField]:
        return [self["idea"]] if "idea" in self.fields else []

    def questions(self) -> Iterator[tuple[BoundField, Hint | None]]:
        for one in content.model_questions():
            yield self[one.key], self._hints.get(one.key)

    def preconditions(self, leading: Collection[str], language: str) -> list[tuple[str, bool, list[BoundField]]]:
        """Of each model: its name, whether it stands at the head, and the fields."""
        asked = [name for name, _text in _preconditions_asked()]
        return [
            (
                content.model(typology).names[language],
                typology in leading,
                [self[name] for name in asked if name.startswith(f"{typology}.")],
            )
            for typology in content.model_preconditions()
        ]

    def answers(self) -> tuple[tuple[str, float], ...]:
        return tuple((key, float(value)) for key, value in self.cleaned_data.items() if key != "idea" and value)


def _preconditions_asked() -> Iterator[tuple[str, content.Texts]]:
    """Those that no question settles, by name."""
    settled = {answer.settles for one in content.model_questions() for answer in one.answers}
    for typology, keys in content.model_preconditions().items():
        for key, text in zip(keys, content.model(typology).preconditions, strict=True):
            if f"{typology}.{key}" not in settled:
                yield f"{typology}.{key}", text


def model_initial(answers: Mapping[str, float], idea: str = "") -> dict[str, Any]:
    return {key: str(int(place)) for key, place in answers.items()} | {"idea": idea}
