"""The tick matrix of a department's sheet: one row a body, folded by sector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from shutaf.intake.matrix import AskedBody
from shutaf.intake.writing import Said
from shutaf.web.pages.department.rows import LEVELS, QUALITY, short


class TickForm(forms.Form):
    """One row of the matrix. with: the body; asked beside: how good the tie is, and what worked or failed."""

    level = forms.ChoiceField(label=gettext_lazy("What is known"), choices=LEVELS, required=False, widget=forms.RadioSelect)
    quality_1_5 = forms.ChoiceField(label=gettext_lazy("How good, 1 to 5"), choices=QUALITY, required=False)
    experience = short(gettext_lazy("What worked, what failed and why"), 2000)

    def __init__(self, *args: Any, about: AskedBody, **options: Any) -> None:
        super().__init__(*args, **(options | {"use_required_attribute": False}))
        self.about = about

    @property
    def place(self) -> str:
        """What ties the row to the body that is sent with it."""
        return str(self.prefix).removeprefix("t-")

    def said(self) -> Said | None:
        level = self.cleaned_data["level"]
        if not level:
            return None
        quality = self.cleaned_data["quality_1_5"]
        told = {"quality_1_5": int(quality) if quality else None, "experience": self.cleaned_data["experience"]}
        return Said(
            "relations.tie", fields={"with": self.about.ref, "level": level} | {name: value for name, value in told.items() if value}
        )


@dataclass(frozen=True, slots=True)
class TickGroup:
    """Rows that fold together: of one sector, or those that the department told of before (is_told)."""

    sector: str
    ticks: list[TickForm]
    is_told: bool
    is_open: bool


def grouped(ticks: Sequence[TickForm]) -> list[TickGroup]:
    """What was told before first, then sector by sector; the first stands open, and so does each that has something to mend."""
    told = [tick for tick in ticks if tick.initial.get("level")]
    rest = [tick for tick in ticks if not tick.initial.get("level")]
    groups = [("", told, True)] if told else []
    groups += [(sector, list(rows), False) for sector, rows in groupby(rest, key=lambda tick: tick.about.group)]
    return [
        TickGroup(sector, rows, is_told, place == 0 or any(tick.is_bound and tick.errors for tick in rows))
        for place, (sector, rows, is_told) in enumerate(groups)
    ]
