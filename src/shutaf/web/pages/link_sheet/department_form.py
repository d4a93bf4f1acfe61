"""What a department says of itself through its link: its whole sheet with the tick matrix. Everything may stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf.bodies.own import OwnDepartment
from shutaf.intake.matrix import AskedBody
from shutaf.intake.said import AnswersSoFar
from shutaf.intake.writing import BODY, Said
from shutaf.web.pages.department.form import STEP_7
from shutaf.web.pages.department.rows import AUTO, NeedRow, OfferRow, OpportunityRow, said_in
from shutaf.web.pages.link_sheet.ticks import TickForm, TickGroup, grouped
from shutaf.web.parts.pasted_plans import PastedField
from shutaf.web.parts.sheet_form import SheetForm, initial_of

KEYS = ("contact", "targets", "goals_not_alone", "limits", "decides", "would_join")
ROOM, MOST_ACTIONS = 2, 150


class OwnQuestions(SheetForm):
    """What is said once."""

    sheet = "departments"
    common = KEYS
    head = forms.CharField(label=gettext_lazy("Head of the department"), required=False, max_length=300, widget=forms.TextInput(attrs=AUTO))
    reports_to = forms.CharField(label=gettext_lazy("Reports to"), required=False, max_length=300, widget=forms.TextInput(attrs=AUTO))
    actions = PastedField(
        label=gettext_lazy("What do you do already for sustainability?"), required=False,
        help_text=gettext_lazy("One a line, or a block copied from a spreadsheet: title, year, theme, state."),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("contact", "limits", "decides"):
            self.fields[name].widget.attrs["rows"] = 2

    def clean_actions(self) -> Any:
        rows = self.cleaned_data["actions"]
        if len(rows) > MOST_ACTIONS:
            raise forms.ValidationError(
                _("Up to {n} at a time. Send the longer list as a file to whoever sent you the link.").format(n=MOST_ACTIONS)
            )
        return rows

    def values(self) -> dict[str, Any]:
        found = super().values() | {name: self.cleaned_data[name] for name in ("head", "reports_to")}
        changed = {name.removesuffix("_own") for name in self.changed_data}
        return {name: value for name, value in found.items() if name in changed}


class DepartmentAnswer:
    """The whole sheet: several forms that are sent together. Rows of the matrix are found by the body that was sent with them."""

    def __init__(self, own: OwnDepartment, so_far: AnswersSoFar, asked: Sequence[AskedBody], data: Any, language: str) -> None:
        self.own = own
        known = initial_of(own, ("targets", "goals_not_alone")) | {"head": own.head, "reports_to": own.reports_to}
        said = {name: value for name, value in so_far.fields.items() if name in (*KEYS, "head", "reports_to")}
        self.questions = OwnQuestions(data, language=language, initial=known | _initial(said))
        self.ticks = [
            TickForm(data, prefix=f"t-{place}", about=body, initial=_told(so_far, body.ref))
            for body, place in zip(asked, self._places(asked, data), strict=True)
        ]
        options = {"language": language}
        self.needs = {
            key: [NeedRow(data, prefix=f"need-{key}{n}", initial={"asked_of": key}, **options) for n in range(ROOM)]
            for key in ("business", "civil_society")
        }
        self.offers = [OfferRow(data, prefix=f"offer-{kind}", initial={"kind": kind}, **options) for kind in STEP_7]
        self.opportunities = [OpportunityRow(data, prefix=f"chance-new{n}", **options) for n in range(ROOM + 1)]

    @staticmethod
    def _places(asked: Sequence[AskedBody], data: Any) -> list[str]:
        """Where in what was sent each body's row lies: the list may have changed since the page was made."""
        if data is None:
            return [str(n) for n in range(len(asked))]
        sent = {value: key.removeprefix("w-") for key, value in data.items() if key.startswith("w-")}
        return [sent.get(body.ref, f"none{n}") for n, body in enumerate(asked)]

    @property
    def tick_groups(self) -> list[TickGroup]:
        return grouped(self.ticks)

    def forms(self) -> list[Any]:
        needs = [row for rows in self.needs.values() for row in rows]
        return [self.questions, *self.ticks, *needs, *self.offers, *self.opportunities]

    def is_valid(self) -> bool:
        return not sum(not form.is_valid() for form in self.forms())  # each is asked, so that each shows its errors

    def said(self) -> list[Said]:
        values = self.questions.values()
        body = [Said(BODY, self.own.ref, values)] if values else []
        actions = [Said("bodies.runningaction", fields=one) for one in self.questions.cleaned_data["actions"]]
        return [*body, *said_in(self.forms()[1:]), *actions]


def _initial(said: dict[str, Any]) -> dict[str, Any]:
    return initial_of(SimpleNamespace(**said), said)


def _told(so_far: AnswersSoFar, ref: str) -> dict[str, Any]:
    told = so_far.ties.get(ref, {})
    return {"level": told.get("level", ""), "quality_1_5": str(told.get("quality_1_5") or ""), "experience": told.get("experience", "")}
