"""Forms of a body, a department and a person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shutaf.analysis.situation import Body
from shutaf.web.parts.sheet_form import SheetForm, initial_of

NAMES = ("name_he", "name_ar", "name_en", "name_de")


class BodyForm(SheetForm):
    sheet = "organisations"
    common = ("name", "sector", "kind", "city", "neighbourhood", "themes")
    more = (
        "own_targets", "motives", "barriers", "opportunities", "population_groups", *NAMES, "registration_no", "influence_1_10", "interest_1_10",
        "rated_by", "change_agent", "invite", "as_of", "source", "lat", "lon",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "sector" in self.fields:
            self.fields["sector"].required = False

    def values(self) -> dict[str, Any]:
        found = super().values()
        names = tuple((key.removeprefix("name_"), found.pop(key)) for key in NAMES if key in found)
        return found | {"names": tuple(pair for pair in names if pair[1])}


class NewBodyForm(BodyForm):
    """Asks first whether it is a department."""

    is_department = forms.BooleanField(label=_("A department of the municipality"), required=False)

    def common_fields(self) -> list[Any]:
        return [*super().common_fields()[:1], self["is_department"], *super().common_fields()[1:]]


class DepartmentForm(SheetForm):
    sheet = "departments"
    common = ("name", "contact", "targets", "goals_not_alone")
    more = ("limits", "decides", "would_join")


class PersonForm(SheetForm):
    sheet = "people"
    common = ("name", "role", "phone", "email")
    more = ("from_date", "until_date", "source")


def body_initial(body: Body) -> dict[str, Any]:
    """What the form shows of a body."""
    if body.department is not None:
        return {
            "name": body.name,
            **initial_of(body.department, [key for key in (*DepartmentForm.common, *DepartmentForm.more) if key != "name"]),
        }
    keys = [key for key in (*BodyForm.common, *BodyForm.more) if key not in NAMES]
    return initial_of(body, keys) | {f"name_{language}": name for language, name in body.names}
