"""Whom to ask in, and as what."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf.web.parts.roles import role_names


class RoleForm(forms.Form):
    """A role, and for a partner the body."""

    role = forms.ChoiceField(label=gettext_lazy("Role"))
    body = forms.ChoiceField(
        label=gettext_lazy("Body"), help_text=gettext_lazy("Only for partners: the body they speak for."), required=False
    )

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["role"].choices = list(role_names().items())  # type: ignore[attr-defined]
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("role") == "partner" and not data.get("body") and "body" not in self.errors:
            self.add_error("body", _("A partner speaks for a body. Choose which."))
        return data

    def body_refs(self) -> tuple[str, ...]:
        """The body of a partner; nobody else has one."""
        return (self.cleaned_data["body"],) if self.cleaned_data["role"] == "partner" else ()


class InviteForm(RoleForm):
    email = forms.EmailField(label=gettext_lazy("E-mail"), widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "off"}))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the letter"),
        choices=settings.LANGUAGES,
        help_text=gettext_lazy("Of the letter and of the page it leads to."),
    )
    field_order = ("email", "role", "body", "language")
