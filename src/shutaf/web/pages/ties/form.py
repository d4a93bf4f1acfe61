"""The form of a tie."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf.analysis.situation import Situation
from shutaf.relations.lines import TieLine
from shutaf.web.parts.long_select import LongSelect
from shutaf.web.parts.sheet_form import SheetForm, initial_of

STATUS = (("exists", gettext_lazy("They work together")), ("none", gettext_lazy("Known: they do not")))
DIRECTION = (("mutual", gettext_lazy("both ways")), ("one_way", gettext_lazy("from the first to the second")))

QUALITY = [(str(n), str(n)) for n in range(1, 6)]
QUALITY_ASKED = gettext_lazy("How good is it?")
QUALITY_HINT = gettext_lazy("1: they would rather not meet again. 5: they would begin anew at once.")
EXPERIENCE_ASKED = gettext_lazy("What worked, what failed, and why?")


class TieForm(SheetForm):
    sheet = "ties"
    common = ("kind", "strength_1_5")
    more = ("since_date", "until_date", "holder", "reported_by", "source")

    source_ref = forms.ChoiceField(label=gettext_lazy("Who"), widget=LongSelect)
    target_ref = forms.ChoiceField(label=gettext_lazy("With whom"), widget=LongSelect)
    status = forms.ChoiceField(label=gettext_lazy("What is known?"), choices=STATUS, widget=forms.RadioSelect, initial="exists")
    direction = forms.ChoiceField(
        label=gettext_lazy("Direction"), choices=DIRECTION, widget=forms.RadioSelect, initial="mutual", required=False
    )

    quality_1_5 = forms.ChoiceField(label=QUALITY_ASKED, help_text=QUALITY_HINT, choices=QUALITY, widget=forms.RadioSelect, required=False)
    experience = forms.CharField(
        label=EXPERIENCE_ASKED, max_length=2000, required=False, widget=forms.Textarea(attrs={"dir": "auto", "rows": 3})
    )

    def __init__(self, *args: Any, situation: Situation, **options: Any) -> None:
        super().__init__(*args, **options)
        bodies = sorted(situation.bodies, key=lambda body: body.name_in(self.language))
        choices = [("", "–"), *((body.ref, body.name_in(self.language)) for body in bodies)]
        for name in ("source_ref", "target_ref"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def common_fields(self) -> list[Any]:
        ends = [self["source_ref"], self["target_ref"], self["status"]]
        return [*ends, *super().common_fields(), self["quality_1_5"], self["experience"], self["direction"]]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("source_ref") and found.get("source_ref") == found.get("target_ref"):
            self.add_error("target_ref", _("A tie joins two different bodies."))
        return found

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        told = {"quality_1_5": int(data["quality_1_5"]) if data["quality_1_5"] else None, "experience": data["experience"]}
        return super().values() | {"status": data["status"], "direction": data["direction"] or "mutual"} | told


def tie_initial(line: TieLine) -> dict[str, Any]:
    tie = line.tie
    ends = {"source_ref": tie.source_ref, "target_ref": tie.target_ref, "status": tie.status, "direction": tie.direction}
    return initial_of(tie, (*TieForm.common, *TieForm.more)) | ends | {"quality_1_5": line.quality_1_5, "experience": line.experience}
