"""The form of a candidate initiative."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shutaf.analysis.situation import Initiative, Situation
from shutaf.analysis.text.names import Names
from shutaf.imports.words import split
from shutaf.web.parts.sheet_form import SheetForm, initial_of


class InitiativeForm(SheetForm):
    sheet = "initiatives"
    common = ("name", "problem", "typology", "chance_0_1", "months_to_result", "requires")

    gains = forms.CharField(
        label=_("Who gains"), help_text=_("Bodies or groups, separated by |. The municipality gains too."), required=False, max_length=2000,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip

    def __init__(self, *args: Any, situation: Situation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.situation = situation

    def common_fields(self) -> list[Any]:
        return [*super().common_fields(), self["gains"]]

    def values(self) -> dict[str, Any]:
        names = Names()
        for body in self.situation.bodies:
            names.add(body.ref, (body.ref,), (body.name, *(name for _language, name in body.names)))
        gains = tuple(names.find(text) or text for text in split(self.cleaned_data["gains"]))
        return super().values() | {"gains": gains}


def initiative_initial(initiative: Initiative, situation: Situation) -> dict[str, Any]:
    found = initial_of(initiative, ("name", "problem", "typology", "chance_0_1", "months_to_result"))
    by_ref = situation.body_by_ref
    requires = [
        f"{one.kind.text}:{one.amount.value} {one.amount.unit}".strip() if one.amount else one.kind.text for one in initiative.requires
    ]
    return found | {"requires": " | ".join(requires), "gains": " | ".join(by_ref[g].name if g in by_ref else g for g in initiative.gains)}
