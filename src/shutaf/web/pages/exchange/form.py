"""The form of a need or an offer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shutaf.analysis.situation import Need, Offer, Situation
from shutaf.web.parts.long_select import LongSelect
from shutaf.web.parts.sheet_form import SheetForm, initial_of

SIDES = (("need", _("A need")), ("offer", _("An offer")))


class ResourceForm(SheetForm):
    sheet = "needs"
    common = ("title", "kind", "amount", "themes")
    more = ("from_date", "until_date", "where", "conditions", "said_by", "as_of", "visible_to")

    side = forms.ChoiceField(label=_("What is it?"), choices=SIDES, widget=forms.RadioSelect, initial="need")
    body_ref = forms.ChoiceField(label=_("Whose?"), widget=LongSelect)

    def __init__(self, *args: Any, situation: Situation, own: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        bodies = sorted((body for body in situation.bodies if not own or body.ref in own), key=lambda body: body.name_in(self.language))
        self.fields["body_ref"].choices = [("", "–"), *((body.ref, body.name_in(self.language)) for body in bodies)]  # type: ignore[attr-defined]
        self.fields["title"].label = _("What, in a few words")
        self.fields["visible_to"].required = False
        self.fields["said_by"].help_text = _("Who said it, and in which role: a name, then the role behind a comma.")

    def common_fields(self) -> list[Any]:
        return [self["side"], self["body_ref"], *super().common_fields()]

    def values(self) -> dict[str, Any]:
        found = super().values()
        return found | {"visible_to": found["visible_to"].key or "editors"}


def resource_initial(resource: Need | Offer) -> dict[str, Any]:
    side = "need" if isinstance(resource, Need) else "offer"
    return initial_of(resource, (*ResourceForm.common, *ResourceForm.more)) | {"side": side, "body_ref": resource.body}
