"""The form of an initiative: what it is, what it needs, who gains what, what stands in the way, and what people judge of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from shutaf import content
from shutaf.analysis.criteria.settled import key_of
from shutaf.analysis.situation import MUNICIPALITY, Initiative, Requirement, Situation
from shutaf.imports import values
from shutaf.partnerships.criteria import CriterionFacts
from shutaf.web.pages.initiatives import gains
from shutaf.web.pages.initiatives.requires import meant as _meant
from shutaf.web.pages.initiatives.requires import read_all, written
from shutaf.web.parts.fields import text
from shutaf.web.parts.sheet_form import ReadField, SheetForm, initial_of

LONG = {"idea": 4000, "law": 2000, "capital": 2000, "must_prove": 2000}


class InitiativeForm(SheetForm):
    """criteria: what people judge, which becomes a field each. of: the initiative that is changed, whose further values stay."""

    sheet = "initiatives"
    common = ("name", "problem", "typology", "chance_0_1", "months_to_result", "requires")

    def __init__(
        self, *args: Any, situation: Situation, criteria: Sequence[CriterionFacts] = (), of: Initiative | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.situation, self.of = situation, of
        self.fields["requires"] = ReadField(
            read_all,
            empty=(),
            label=self.fields["requires"].label,
            help_text=self.fields["requires"].help_text,
            required=False,
            max_length=4000,
        )
        self.fields["requires"].widget = forms.Textarea(attrs={"dir": "auto", "rows": 4})
        self.fields["idea"] = text(_("The idea"), _("What would be done, by whom, from when."), rows=4, most=LONG["idea"])
        self.fields["gains"] = text(
            _("Who gains what"), _("A line each: who, a colon, what. Bodies, or groups such as families; a name alone is enough."), rows=5, most=8000
        )  # fmt: skip
        self.fields["gains_municipality"] = text(
            _("What the municipality gains"), _("It is a partner like everybody else."), rows=2, most=500
        )
        self.fields["law"] = text(
            _("Law and licences in the way"),
            _("What needs a permit, a tender or an opinion; who decides, how long it takes."),
            rows=3,
            most=LONG["law"],
        )
        self.fields["capital"] = text(
            _("Money that must be found first"), _("How much, for what, and who might give it."), rows=3, most=LONG["capital"]
        )
        self.fields["must_prove"] = text(
            _("What the first initiative must prove for it"), _("For a large challenge that waits: what has to be shown before it can start."), rows=3, most=LONG["must_prove"]
        )  # fmt: skip
        self.judged = [one for one in criteria if one.source != "counted" and one.scale == "ten"]
        for place, one in enumerate(self.judged):
            self.fields[f"judged{place}"] = _judged(one, self.language)
        for key in self.fields:
            if self.fields[key].help_text:
                self.fields[key].widget.attrs.setdefault("aria-describedby", f"id_{self.add_prefix(key)}_helptext")

    def common_fields(self) -> list[Any]:
        first = [self[name] for name in ("name", "problem", "idea")]
        return [*first, *(self[name] for name in ("typology", "chance_0_1", "months_to_result", "requires", "gains", "gains_municipality"))]

    def more_fields(self) -> list[Any]:
        return [self[name] for name in ("law", "capital", *(f"judged{place}" for place in range(len(self.judged))), "must_prove")]

    def clean_gains(self) -> Any:
        try:
            return gains.read(self.cleaned_data["gains"], self.situation)
        except ValueError:
            raise forms.ValidationError(
                gettext("At most {n} lines of {letters} letters each.").format(n=gains.MOST_LINES, letters=gains.MOST_LETTERS)
            ) from None

    def values(self) -> dict[str, Any]:
        who, what = self.cleaned_data["gains"]
        municipality = self.cleaned_data["gains_municipality"].strip()
        found = {key: self.cleaned_data[key].strip() for key in LONG}
        gained = ({MUNICIPALITY: municipality} if municipality else {}) | dict(what)
        return (
            super().values()
            | found
            | {"requires": self._requires()}
            | {"gains": who, "gains_what": gained, "criteria": tuple(self._criteria())}
        )

    def _requires(self) -> tuple[Requirement, ...]:
        """What is meant as before stays as it was written before."""
        before = {_meant(one): one for one in self.of.requires} if self.of else {}
        return tuple(before.get(_meant(one), one) for one in self.cleaned_data["requires"])

    def _criteria(self) -> Iterable[tuple[str, float]]:
        """Values people judged; a column that no field shows stays as it was."""
        shown = {key_of(one.said) for one in self.judged}
        before = {key_of(label): label for label, _value in self.of.criteria} if self.of else {}
        yield from ((label, value) for label, value in (self.of.criteria if self.of else ()) if key_of(label) not in shown)
        for place, one in enumerate(self.judged):
            value = self.cleaned_data[f"judged{place}"]
            if value is not None:
                yield before.get(key_of(one.said), one.said), value


def _judged(one: CriterionFacts, language: str) -> ReadField:
    ready = content.ready_criteria().get(one.key)
    name = ready.name[language].capitalize() if ready else f"\u2068{one.said}\u2069"
    ends = (
        gettext("From 0 ({low}) to 10 ({high}).").format(low=ready.low[language], high=ready.high[language])
        if ready
        else gettext("From 0 to 10.")
    )
    hint = f"{ready.question[language]} {ends}" if ready else f"\u2068{one.question}\u2069 {ends}" if one.question else ends
    low, high = (0, 10) if ready else (None, None)  # a column of a workbook may hold any number
    return ReadField(
        lambda typed: values.number_within(typed, low, high), empty=None, label=name, help_text=hint, required=False,
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "decimal"}),
    )  # fmt: skip


def initiative_initial(initiative: Initiative, situation: Situation, criteria: Sequence[CriterionFacts], language: str) -> dict[str, Any]:
    found = initial_of(initiative, ("name", "problem", "typology", "chance_0_1", "months_to_result")) | {
        key: getattr(initiative, key) for key in LONG
    }
    requires = [written(one, language) for one in initiative.requires]
    known = {key_of(label): value for label, value in initiative.criteria}
    judged = [one for one in criteria if one.source != "counted" and one.scale == "ten"]
    return found | {
        "requires": "\n".join(requires), "gains": gains.written(initiative, situation), "gains_municipality": dict(initiative.gains_what).get(MUNICIPALITY, ""),
        **{f"judged{place}": f"{known[key_of(one.said)]:g}" for place, one in enumerate(judged) if key_of(one.said) in known},
    }  # fmt: skip
