"""How is a request typed in for somebody who called or wrote, and how is one answered?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from shutaf.intake.requesting import KINDS, SETTLED
from shutaf.web.pages.heard.form import KINDS_SAID
from shutaf.web.parts.fields import day, text
from shutaf.web.parts.long_select import LongSelect
from shutaf.web.parts.rights import STATES_SAID


class NewRequestForm(forms.Form):
    """body is of no matter where somebody asks for all that is held on them."""

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"] = forms.ChoiceField(
            label=_("What do they want?"), choices=[(key, KINDS_SAID[key]) for key in KINDS], widget=forms.RadioSelect
        )
        self.fields["person"] = text(_("Who asks?"), most=300)
        self.fields["person"].required = True
        self.fields["reply_to"] = text(_("How can we answer them?"), _("An e-mail address or a phone number."), most=300)
        self.fields["body_ref"] = forms.ChoiceField(
            label=_("For which body?"), choices=[("", _("for themselves")), *bodies], required=False, widget=LongSelect
        )
        self.fields["text"] = text(_("In their words"), rows=3, most=5000)
        self.fields["asked_on"] = day(_("When did it come in?"), _("The thirty days run from then."))
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs.setdefault("aria-describedby", f"id_{name}_helptext")


class AnswerForm(forms.Form):
    """A refusal needs its reason; so does anybody who reads that it is done."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["state"] = forms.ChoiceField(
            label=_("How does it end?"), choices=[(key, STATES_SAID[key]) for key in SETTLED], widget=forms.RadioSelect
        )
        self.fields["answer"] = text(
            _("What do we answer?"), _("Whoever asked reads it. Of a refusal, say why and where one may complain."), rows=4, most=5000
        )
        self.fields["answer"].required = True
        self.fields["answer"].widget.attrs["aria-describedby"] = "id_answer_helptext"
