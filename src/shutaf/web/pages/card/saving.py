"""How does a part that was filled in become rows? Returns what can be undone."""

from __future__ import annotations

from typing import Any

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.bodies.actions import body_change
from shutaf.bodies.planning import opportunities_add
from shutaf.bodies.told_actions import TOLD, integrity_save, interest_save, statement_save
from shutaf.exchange.actions import resource_save
from shutaf.relations.actions import tie_save
from shutaf.web.pages.card.form import PartForm
from shutaf.web.pages.card.row_forms import ChancesForm, FactsForm, InterestsForm, TiesForm, WantsForm
from shutaf.web.pages.card.teller import Teller


def save(viewer: Viewer, ref: str, form: PartForm, teller: Teller | None, today: str) -> list[str]:
    """The deeds that were done, in their order: none when nothing was typed."""
    today = (teller and teller.as_of) or today
    return [*_fields(viewer, ref, form, teller, today), *_rows(viewer, ref, form, teller, today)]


def _fields(viewer: Viewer, ref: str, form: PartForm, teller: Teller | None, today: str) -> list[str]:
    if not set(form.changed_data) & {name for key in form.body_keys for name in (key, f"{key}_own")}:
        return []
    values = form.values()
    if teller is None:
        return [body_change(viewer, ref=ref, **values)]
    answers = {key: value for key, value in values.items() if key in TOLD}
    return [statement_save(viewer, body_ref=ref, said_by=teller.said_by, said_role=teller.said_role, as_of=today, answers=answers)]


def _rows(viewer: Viewer, ref: str, form: PartForm, teller: Teller | None, today: str) -> list[str]:
    said = {"said_by": teller.said_by, "as_of": today} if teller else {} if may_edit(viewer) else {"said_by": ref, "as_of": today}
    match form:
        case WantsForm():
            return [resource_save(viewer, body_ref=ref, **row, **said) for row in form.resources()]
        case TiesForm() if form.has_typed("other"):
            tie: dict[str, Any] = form.tie() | ({"reported_by": teller.said_by} if teller else {})
            return [tie_save(viewer, source_ref=ref, target_ref=form.cleaned_data["other"], **tie)]
        case ChancesForm() if form.has_typed("chance"):
            return [opportunities_add(viewer, rows=[form.opportunity() | {"body_ref": ref} | said])]
        case InterestsForm() if form.has_typed("text"):
            return [interest_save(viewer, body_ref=ref, **form.interest(), as_of=today)]
        case FactsForm() if form.has_typed("text"):
            return [integrity_save(viewer, body_ref=ref, **form.fact())]
    return []
