"""What counts for every pasted line: whose they are where a line names nobody, who said it in which role, and who may see it?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf import content
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.web.pages.exchange.paste_rows import Bodies, Otherwise
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.fields import day, one_body, one_of
from shutaf.web.parts.fields import text as text_field

SIDES = (("", gettext_lazy("each line says it")), ("need", gettext_lazy("Needs")), ("offer", gettext_lazy("Offers")))


class HeadForm(forms.Form):
    """The box and what counts for all of it."""

    text = forms.CharField(
        label=gettext_lazy("The list"), max_length=200_000, strip=False, widget=forms.Textarea(attrs={"dir": "auto", "rows": 9})
    )

    def __init__(self, data: Any, *, bodies: Bodies, language: str, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial, use_required_attribute=False)
        choices = sorted(((ref, body.name_in(language)) for ref, body in bodies.by_ref.items()), key=lambda one: one[1])
        self.fields["side"] = one_of(_("Lines that do not say it are"), SIDES)
        self.fields["body"] = one_body(_("Lines that name nobody belong to"), [("", _("nobody yet")), *choices])
        self.fields["said_by"] = text_field(_("Said by"), most=150)
        self.fields["said_role"] = text_field(
            _("In which role"), _("One person may speak for a firm and for a committee: which one now?"), most=140
        )
        self.fields["as_of"] = day(_("When was it told?"))
        visibility = [(one.key, one.names[language]) for one in content.entries("visibility")]
        self.fields["visible_to"] = one_of(_("Who may see it?"), visibility)

    @staticmethod
    def first(request: HttpRequest, viewer: Viewer, own: tuple[str, ...]) -> dict[str, Any]:
        asked = request.GET
        return {
            "side": asked.get("side", ""), "body": asked.get("body", "") or (own[0] if own else ""), "visible_to": "editors" if may_edit(viewer) else "partners",
            "as_of": today_of(request.workspace), "said_by": "" if may_edit(viewer) else viewer.label,  # type: ignore[attr-defined]
        }  # fmt: skip

    @property
    def otherwise(self) -> Otherwise:
        data = self.cleaned_data
        said_by = ", ".join(filter(None, (data["said_by"], data["said_role"])))
        return Otherwise(data["body"], said_by, data["as_of"] if said_by else "", data["visible_to"] or "editors")

    @property
    def for_all(self) -> list[Any]:
        return [self[name] for name in ("side", "body")]

    @property
    def told_by(self) -> list[Any]:
        return [self[name] for name in ("said_by", "said_role", "as_of", "visible_to")]
