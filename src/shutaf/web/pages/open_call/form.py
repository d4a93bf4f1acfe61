"""What does somebody write who answers an open call? Who they are, whom we can reach, what they bring and need; little of it is required."""

from __future__ import annotations

import re
import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf import content

LINES = 3
"""So many needs and so many offers can be written; more fits into the text."""

_OP = re.compile(r"[\w\-]{8,32}")


def _line(label: Any, hint: Any = "", most: int = 300, *, required: bool = False, **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"dir": "auto"} | attrs)
    return forms.CharField(label=label, help_text=hint, max_length=most, required=required, widget=widget)


def _box(label: Any, hint: Any, most: int) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=most, required=False, widget=forms.Textarea(attrs={"dir": "auto", "rows": 4})
    )


def _words(list_key: str, language: str) -> list[tuple[str, str]]:
    return [("", _("no answer")), *((one.key, one.names[language]) for one in content.entries(list_key))]


class CallAnswerForm(forms.Form):
    """op: what this page calls this answer, so that the same one sent twice is kept once."""

    op = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    name = _line(
        gettext_lazy("Name of your body"),
        gettext_lazy("A firm, an association, a group, a school. Whoever works alone writes the own name."),
        required=True,
    )
    sector = forms.ChoiceField(label=gettext_lazy("Sector"), required=False)
    size = forms.ChoiceField(label=gettext_lazy("How many people work or take part there?"), required=False)
    neighbourhood = _line(gettext_lazy("Neighbourhood"), gettext_lazy("Where you are at home, or for whom you work."), 200)
    language = forms.ChoiceField(label=gettext_lazy("In which language shall we write to you?"), required=False)
    person = _line(gettext_lazy("Name of the person"), required=True, autocomplete="name")
    role = _line(gettext_lazy("In which role?"), gettext_lazy("Example: owner, treasurer, teacher"), autocomplete="organization-title")
    email = forms.EmailField(
        label=gettext_lazy("E-mail"), required=False, max_length=254, widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "email"})
    )
    phone = _line(
        gettext_lazy("Phone"),
        gettext_lazy("E-mail or phone: one of the two is enough."),
        40,
        dir="ltr",
        autocomplete="tel",
        inputmode="tel",
    )
    brings = _box(
        gettext_lazy("Why does this concern you?"),
        gettext_lazy("In your own words and your own language. A few sentences are enough."),
        3000,
    )
    interests = _box(
        gettext_lazy("Interests to declare"),
        gettext_lazy("A licence or a tender that is pending, a donation, a family tie to somebody who decides. Declaring it excludes nobody; nothing to declare may stay empty."),
        1000,
    )  # fmt: skip

    def __init__(self, *args: Any, language: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["op"].initial = secrets.token_urlsafe(12)
        for key, list_key in (("sector", "sector"), ("size", "body_size"), ("language", "language")):
            self.fields[key].choices = _words(list_key, language)  # type: ignore[attr-defined]
        self.fields["language"].initial = language
        kinds = [("", _("of which kind?")), *_words("resource", language)[1:]]
        for side in ("offer", "need"):
            for n in range(LINES):
                words = (_("What you could bring, line {n}"), _("What you need, line {n}"))[side == "need"].format(n=n + 1)
                self.fields[f"{side}{n}"] = _line(words)
                self.fields[f"{side}{n}_kind"] = forms.ChoiceField(label=_("Kind, line {n}").format(n=n + 1), choices=kinds, required=False)
        for key, field in self.fields.items():
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"id_{key}_helptext"

    def lines(self, side: str) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"{side}{n}"], self[f"{side}{n}_kind"]) for n in range(LINES)]

    def offers(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return self.lines("offer")

    def needs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return self.lines("need")

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not self.errors and not found["email"] and not found["phone"]:
            self.add_error("email", _("An e-mail address or a phone number is needed, so that you hear how it goes on."))
        return found

    @property
    def op_given(self) -> str:
        """What the page called this answer; a new name where it gave none that fits."""
        given = self.cleaned_data.get("op", "")
        return given if _OP.fullmatch(given) else secrets.token_urlsafe(12)

    def values(self) -> dict[str, Any]:
        found = dict(self.cleaned_data)
        for side in ("offer", "need"):
            found[f"{side}s"] = [
                {"title": found[f"{side}{n}"], "kind": found[f"{side}{n}_kind"]} for n in range(LINES) if found[f"{side}{n}"]
            ]
        return found
