"""What a body answers to what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf.cases.asked import AskedFacts
from shutaf.reports.cases.words import parts_said


@dataclass(frozen=True, slots=True)
class ClaimFields:
    """One sentence that concerns the body, with what can be said about it."""

    part: str
    text: str
    hide: forms.BoundField
    words: forms.BoundField


class OurAnswer(forms.Form):
    """Named or not, sentences to hide, other words, a note."""

    answer = forms.ChoiceField(
        label=gettext_lazy("May your body be named?"), widget=forms.RadioSelect, error_messages={"required": gettext_lazy("One of the two is needed. Without an answer nothing is told by your name.")},
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("Anything else for those who write it"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, asked: AskedFacts, **options: Any) -> None:
        mine = asked.mine.member
        initial: dict[str, Any] = {"answer": mine.answer, "note": asked.mine.note}
        for claim, _text in asked.claims:
            initial |= {f"hide-{claim.key}": claim.key in mine.hidden, f"words-{claim.key}": mine.words.get(claim.key, "")}
        super().__init__(*args, **options, initial=initial)  # type: ignore[misc]
        self.asked = asked
        choice = self.fields["answer"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [("confirmed", _("yes, as it stands here")), ("unnamed", _("no: tell it by our kind only"))]
        for claim, _text in asked.claims:
            self.fields[f"hide-{claim.key}"] = forms.BooleanField(label=_("Leave this out"), required=False)
            self.fields[f"words-{claim.key}"] = forms.CharField(
                label=_("Say it in these words instead"),
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"dir": "auto", "rows": 3}),
            )

    def claims(self) -> Iterator[ClaimFields]:
        said = parts_said()
        for claim, text in self.asked.claims:
            yield ClaimFields(said[claim.part], text, self[f"hide-{claim.key}"], self[f"words-{claim.key}"])

    def given(self) -> dict[str, Any]:
        """As `case_answer` takes it."""
        data, keys = self.cleaned_data, [claim.key for claim, _text in self.asked.claims]
        return {
            "answer": data["answer"], "note": data["note"], "hidden": [key for key in keys if data[f"hide-{key}"]],
            "words": {key: data[f"words-{key}"] for key in keys if data[f"words-{key}"].strip()},
        }  # fmt: skip
