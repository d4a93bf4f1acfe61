"""A new workspace: its name is enough."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class WorkspaceForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the municipality or region"),
        help_text=_("As people there call it. It can be changed later."),
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    language = forms.ChoiceField(label=_("Language of the workspace"), choices=settings.LANGUAGES, initial="he")
