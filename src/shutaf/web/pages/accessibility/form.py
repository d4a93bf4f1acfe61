"""What does somebody write who met a barrier? What did not work; everything else may stay empty."""

from __future__ import annotations

import re
import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from shutaf.web.shell.logs import masked

_OP = re.compile(r"[\w\-]{8,40}")


class DefectForm(forms.Form):
    """op: what this page calls what is told, so that the same one sent twice is kept once."""

    op = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    text = forms.CharField(
        label=gettext_lazy("What did not work?"),
        help_text=gettext_lazy("What you wanted to do and where it stopped, in your own words and your own language."),
        max_length=5000,
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 6}),
    )
    page = forms.CharField(label=gettext_lazy("On which page?"), help_text=gettext_lazy("Its address or its title. May stay empty."), max_length=500, required=False, widget=forms.TextInput(attrs={"dir": "auto"}))  # fmt: skip
    with_what = forms.CharField(
        label=gettext_lazy("With what do you read and write?"),
        help_text=gettext_lazy("Example: a screen reader and its browser, the keyboard alone, enlarged text, a phone. May stay empty."),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    answer_to = forms.CharField(
        label=gettext_lazy("How can we answer you?"),
        help_text=gettext_lazy("E-mail or phone. It may stay empty: you get a number to look up what became of it."),
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["op"].initial = secrets.token_urlsafe(16)
        for key, field in self.fields.items():
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"id_{key}_helptext"

    def clean_page(self) -> str:
        """Without the secret part of an address that somebody was sent."""
        return masked(self.cleaned_data["page"])

    @property
    def op_given(self) -> str:
        """What the page called it; a new name where it gave none that fits."""
        given = self.cleaned_data.get("op", "")
        return given if _OP.fullmatch(given) else secrets.token_urlsafe(16)

    def told(self) -> dict[str, str]:
        return {key: self.cleaned_data[key] for key in ("text", "page", "with_what", "answer_to")}
