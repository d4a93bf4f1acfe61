"""What is said when a barrier is settled?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class SettleForm(forms.Form):
    state = forms.ChoiceField(
        label=gettext_lazy("What became of it?"),
        widget=forms.RadioSelect,
        choices=(("open", gettext_lazy("still open")), ("mended", gettext_lazy("the barrier is removed")), ("refused", gettext_lazy("it cannot be removed; there is another way"))),
    )  # fmt: skip
    answer = forms.CharField(
        label=gettext_lazy("Answer"),
        help_text=gettext_lazy("Whoever told it reads this with the number, and by e-mail if an address was left."),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 5, "aria-describedby": "id_answer_helptext"}),
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("state") == "refused" and not found.get("answer", "").strip():
            self.add_error("answer", _("Here the reason is needed, and the other way to the same thing."))
        return found
