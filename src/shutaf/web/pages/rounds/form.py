"""What is rated, and by what?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf.analysis.situation import Situation
from shutaf.partnerships.asked import AskedCriterion
from shutaf.partnerships.round_actions import MOST_CRITERIA, MOST_INITIATIVES
from shutaf.web.parts.rated import in_language
from shutaf.web.parts.sheet_form import WordsWidget


class RoundForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("What is this rating called?"), max_length=200, help_text=gettext_lazy("Whoever rates reads it, for example: Where do we begin?"),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", "aria-describedby": "id_name_helptext"}),
    )  # fmt: skip
    initiatives = forms.MultipleChoiceField(
        label=gettext_lazy("Which initiatives?"), widget=WordsWidget,
        help_text=gettext_lazy("Whoever rates reads their name, problem and idea, and nothing else of the workspace."),
    )  # fmt: skip
    criteria = forms.MultipleChoiceField(
        label=gettext_lazy("By what?"), widget=WordsWidget,
        help_text=gettext_lazy("Three to five are answered with thought; with eight people begin to guess."),
    )  # fmt: skip

    def __init__(self, *args: Any, situation: Situation, criteria: tuple[AskedCriterion, ...], language: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["initiatives"].choices = [(one.ref, one.name) for one in situation.initiatives]  # type: ignore[attr-defined]
        self.fields["criteria"].choices = [(one.key, in_language(one.name, language)) for one in criteria]  # type: ignore[attr-defined]

    def clean_initiatives(self) -> list[str]:
        return self._not_too_many("initiatives", MOST_INITIATIVES)

    def clean_criteria(self) -> list[str]:
        return self._not_too_many("criteria", MOST_CRITERIA)

    def _not_too_many(self, name: str, most: int) -> list[str]:
        chosen: list[str] = self.cleaned_data[name]
        if len(chosen) > most:
            raise forms.ValidationError(_("At most {n}: more nobody rates with thought.").format(n=most))
        return chosen

    def common_fields(self) -> list[Any]:
        return list(self)
