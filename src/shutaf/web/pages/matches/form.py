"""The form by which somebody declines a match: the reason, and words of one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from shutaf.analysis.matching.declining import REASONS
from shutaf.exchange.answer_actions import MOST_NOTE
from shutaf.reports.wording.matches import DECLINED_FOR


def reasons() -> list[tuple[str, str]]:
    return [(key, _(DECLINED_FOR[key])) for key in REASONS]


class DeclineForm(forms.Form):
    reason = forms.ChoiceField(widget=forms.RadioSelect)
    note = forms.CharField(required=False, max_length=MOST_NOTE, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        reason, note = self.fields["reason"], self.fields["note"]
        reason.choices = reasons()  # type: ignore[attr-defined]
        reason.label, note.label = _("Why does it not fit?"), _("In your own words")
        reason.error_messages["required"] = _("A reason is needed: it says when the pair is worth a new look.")
        note.help_text = _("For editors, in the list of declined pairs. Write nothing you would not say to the body itself.")

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("reason") == "other" and not found.get("note", "").strip() and "note" not in self.errors:
            self.add_error("note", _("Another reason needs a few words."))
        return found
