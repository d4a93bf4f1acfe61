"""To whom does a link go, and for how long?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from shutaf.web.parts.long_select import LongSelect

DAYS = ((14, _("two weeks")), (30, _("a month")), (90, _("three months")))


class LinkForm(forms.Form):
    body = forms.ChoiceField(
        label=_("Body"),
        help_text=_("The link opens the sheet of this body, and nothing else. A department gets its whole sheet with the tick matrix."),
        widget=LongSelect,
    )
    person = forms.CharField(
        label=_("Person"), help_text=_("What comes back is kept with this name and role."), max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )  # fmt: skip
    person_role = forms.CharField(
        label=_("Role in the body"), max_length=200, required=False, widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    )
    email = forms.EmailField(
        label=_("E-mail"), help_text=_("Then the link goes by mail. Without it you get the link to send yourself."), required=False,
        widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of the sheet"), choices=settings.LANGUAGES)
    days = forms.TypedChoiceField(label=_("Open for"), choices=DAYS, coerce=int, initial=30)

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]
        for name in ("person_role", "email"):
            self.fields[name].show_optional = True  # type: ignore[attr-defined]
