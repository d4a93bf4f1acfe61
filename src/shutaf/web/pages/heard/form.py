"""What does somebody want who was told what is held: to know more, to correct, to object, to be erased? And how are they answered?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf.intake.requesting import KINDS
from shutaf.web.parts.sheet_form import SheetForm

KINDS_SAID = {
    "see": gettext_lazy("Know what is held on me, and get a copy"),
    "correct": gettext_lazy("Correct something"),
    "object": gettext_lazy("Object: this shall not be kept or used"),
    "erase": gettext_lazy("Erase me from what is held"),
}
"""As whoever asks says it."""


class AskForm(forms.Form):
    """about: the title of the row it is about, "" for all that is held. Asking to correct, and objecting, need words; the others may do without."""

    def __init__(self, *args: Any, about: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.about = about
        choices = [(key, KINDS_SAID[key]) for key in KINDS]
        self.fields["kind"] = forms.ChoiceField(label=_("What do you want?"), choices=choices, widget=forms.RadioSelect)
        self.fields["text"] = _text(
            _("In your words"), _("What is wrong, and how it should be; or why it shall not be kept."), rows=4, most=5000
        )
        self.fields["person"] = _text(_("Your name"), "", most=200)
        self.fields["reply_to"] = _text(
            _("How can we answer you?"), _("An e-mail address or a phone number. The answer also stands on this page.")
        )
        for name in ("person", "reply_to"):
            self.fields[name].show_optional = True  # type: ignore[attr-defined]
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs.setdefault("aria-describedby", f"id_{name}_helptext")

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("kind") in ("correct", "object") and not found.get("text"):
            self.add_error("text", _("Say in a sentence what is wrong, or why it shall not be kept. Example: I left the firm in March."))
        return found


def _text(label: Any, hint: Any, *, rows: int = 0, most: int = 300) -> forms.CharField:
    widget = forms.Textarea(attrs={"dir": "auto", "rows": rows}) if rows else forms.TextInput(attrs={"dir": "auto"})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=most, widget=widget)


class PersonForm(SheetForm):
    """What is written of a person, to be typed right; it waits for an editor like all that a body says."""

    sheet = "people"
    common = ("name", "role", "phone", "email")
