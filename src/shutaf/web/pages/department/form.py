"""The sheet of a department as one form: its questions, and rows for what there may be several of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from django import forms
from django.utils.translation import gettext_lazy as _

from shutaf.bodies.departments import DepartmentFacts
from shutaf.intake.sheet_read import DepartmentSheet
from shutaf.intake.writing import BODY, Said
from shutaf.web.pages.department.rows import AUTO, NeedRow, NewTieRow, OfferRow, OpportunityRow, TieRow, said_in
from shutaf.web.parts.pasted_plans import PastedField
from shutaf.web.parts.sheet_form import SheetForm, initial_of

KEYS = ("name", "contact", "targets", "goals_not_alone", "limits", "decides", "would_join")
STEP_7 = ("training", "network", "knowledge", "infrastructure", "space", "data", "publicity", "staff_time", "money")
"""The list of step 7 of the working model: what a municipality can allocate."""
ROOM, MOST_ROOM = 2, 40


class QuestionsForm(SheetForm):
    """What is said once."""

    sheet = "departments"
    common = KEYS
    head = forms.CharField(label=_("Head of the department"), required=False, max_length=300, widget=forms.TextInput(attrs=AUTO))
    reports_to = forms.CharField(label=_("Reports to"), required=False, max_length=300, widget=forms.TextInput(attrs=AUTO))
    actions = PastedField(
        label=_("Running and past actions for sustainability"), required=False,
        help_text=_("One a line, or a block copied from a spreadsheet: title, year, theme, state."),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("contact", "limits", "decides"):
            self.fields[name].widget.attrs["rows"] = 2

    def values(self) -> dict[str, Any]:
        found = super().values() | {name: self.cleaned_data[name] for name in ("head", "reports_to")}
        changed = {name.removesuffix("_own") for name in self.changed_data}
        return {name: value for name, value in found.items() if name in changed}


def questions_initial(facts: DepartmentFacts) -> dict[str, Any]:
    return initial_of(facts, KEYS) | {"head": facts.head, "reports_to": facts.reports_to}


def _named(kind: str, ref: str) -> str:
    """What the fields of a row begin with. A ref of a file may hold spaces, which no id may."""
    return f"{kind}-{quote(ref, safe='')}"


class Sheet:
    """Questions and rows together. data: what was typed, None for a fresh page; room: how many empty rows of each kind."""

    def __init__(self, known: DepartmentSheet, data: Any, language: str, by_name: Any) -> None:
        self.known, self.data, self.language = known, data, language
        typed = str(data.get("room", "")) if data else ""
        asks_more = 3 if data and "more" in data else 0
        self.room = min(MOST_ROOM, (int(typed[:3]) if typed.isdecimal() else ROOM) + asks_more)
        self.questions = QuestionsForm(data, language=language, initial=questions_initial(known.facts))
        self.ties = [
            self._row(TieRow, _named("tie", tie.ref), ref=tie.ref, other=other, initial={
                "level": tie.level, "quality_1_5": str(tie.quality_1_5 or ""), "experience": tie.experience,
            })
            for tie, other in known.ties
        ]  # fmt: skip
        self.new_ties = [self._row(NewTieRow, f"tie-new{n}", by_name=by_name) for n in range(self.room)]
        self.needs = {key: self._needs(key) for key in ("business", "civil_society", "")}
        self.offers = list(self._offers())
        self.opportunities = [
            self._row(OpportunityRow, _named("chance", one.ref), ref=one.ref, initial={
                "title": one.title, "from_date": one.from_date, "until_date": one.until_date, "note": one.note,
                "theme": next((theme.key for theme in one.themes), ""),
            })
            for one in known.opportunities
        ] + [self._row(OpportunityRow, f"chance-new{n}") for n in range(self.room)]  # fmt: skip

    def _row(self, kind: Any, prefix: str, **options: Any) -> Any:
        return kind(self.data, prefix=prefix, language=self.language, **options)

    def _needs(self, key: str) -> list[NeedRow]:
        known = [one for one in self.known.needs if one.asked_of == key]
        rows = [
            self._row(NeedRow, _named("need", one.ref), ref=one.ref, initial={"title": one.title, "kind": one.kind, "asked_of": key})
            for one in known
        ]
        room = self.room if key else 0
        return rows + [self._row(NeedRow, f"need-{key}{n}", initial={"asked_of": key}) for n in range(room)]

    def _offers(self) -> Iterator[OfferRow]:
        for one in self.known.offers:
            yield self._row(OfferRow, _named("offer", one.ref), ref=one.ref, initial={"title": one.title, "kind": one.kind})
        for kind in STEP_7:
            if not any(one.kind == kind for one in self.known.offers):
                yield self._row(OfferRow, f"offer-{kind}", initial={"kind": kind})

    def rows(self) -> list[Any]:
        needs = [row for rows in self.needs.values() for row in rows]
        return [*self.ties, *self.new_ties, *needs, *self.offers, *self.opportunities]

    def is_valid(self) -> bool:
        return not sum(not form.is_valid() for form in (self.questions, *self.rows()))

    @property
    def other_needs(self) -> list[NeedRow]:
        return self.needs[""]

    @property
    def opens(self) -> dict[str, bool]:
        """Which folded questions stand open: those that hold something wrong."""
        if self.data is None:
            return {}
        wrong = {name for name, errors in self.questions.errors.items() if errors}
        folded = {"ties": self.ties, "offers": self.offers, "opportunities": self.opportunities}
        found = {key: any(row.errors for row in rows) for key, rows in folded.items()}
        return found | {"limits": bool(wrong & {"limits", "decides"}), "actions": "actions" in wrong, "would_join": "would_join" in wrong}

    @property
    def has_errors(self) -> bool:
        return self.data is not None and not self.is_valid()

    def said(self) -> list[Said]:
        values = self.questions.values()
        body = [Said(BODY, self.known.facts.ref, values)] if values else []
        actions = [Said("bodies.runningaction", fields=one) for one in self.questions.cleaned_data["actions"]]
        return [*body, *said_in(self.rows()), *actions]

    def stamp(self) -> str:
        """What the page showed, as a short mark: when it is another at sending, somebody else was here."""
        shown = [form.initial for form in (self.questions, *(row for row in self.rows() if row.ref))]
        return hashlib.sha256(json.dumps(shown, default=str, sort_keys=True).encode()).hexdigest()[:16]
