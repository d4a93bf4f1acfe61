"""What is a program called, what may it do, and for how long?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shutaf.web.parts.sheet_form import WordsWidget

DAYS = ((30, _("a month")), (90, _("three months")), (365, _("a year")))
MAY = (("write", _("write: change what its maker may change")), ("export", _("export: take the whole workspace along")))
MAY_WRITE = MAY[:1]


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("What is it for?"), help_text=_("Stands in the history beside your name, such as: nightly list."), max_length=100,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )  # fmt: skip
    scopes = forms.MultipleChoiceField(
        label=_("Besides reading it may"), help_text=_("Never more than you may yourself."), choices=MAY, widget=WordsWidget, required=False
    )
    days = forms.TypedChoiceField(label=_("Open for"), choices=DAYS, coerce=int, initial=90)

    def __init__(self, *args: Any, may_manage: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["scopes"].choices = MAY if may_manage else MAY_WRITE  # type: ignore[attr-defined]
