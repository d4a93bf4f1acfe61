"""Who from outside, for how long, and why?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from shutaf.accounts.actions.safety import SUPPORT_HOURS


class SupportForm(forms.Form):
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "off"}))
    hours = forms.TypedChoiceField(label=_("For how long?"), coerce=int, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("What for?"), help_text=_("Every member reads it, for example: The import of the contact sheet stops at row 40."), max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", "aria-describedby": "id_reason_helptext"}),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of the letter"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        said = [(hours, ngettext("{n} hour", "{n} hours", hours).format(n=hours)) for hours in SUPPORT_HOURS]
        self.fields["hours"].choices = said  # type: ignore[attr-defined]
