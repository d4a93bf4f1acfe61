"""What changes about rounds of rating: made, opened, closed (by whoever may facilitate), and their medians taken into the initiatives (by editors)."""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.accounts.deeds import deed
from shutaf.accounts.models import Deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.rules import may_facilitate
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.asked import criteria_to_ask
from shutaf.partnerships.medians import taken_fields
from shutaf.partnerships.models import Initiative, RatingRound
from shutaf.partnerships.rounds import round_outcome

MOST_INITIATIVES, MOST_CRITERIA = 12, 12


class WrongStateError(ValueError):
    """The round is not where this can be done: already open, already closed."""


def round_save(viewer: Viewer, *, ref: str = "", name: str, initiatives: Sequence[str], criteria: Sequence[str]) -> tuple[str, str]:
    """A new round, or a change of one that is not open yet; returns its ref and the deed's. ValueError for what is not there, for none and for too many."""
    there = set(Initiative.present.filter(workspace_id=viewer.workspace_id, ref__in=list(initiatives)).values_list("ref", flat=True))
    known = {one.key for one in criteria_to_ask(viewer.workspace_id)}
    if not set(initiatives) <= there or not set(criteria) <= known:
        raise ValueError("an initiative or a criterion is not there")
    if not 1 <= len(set(initiatives)) <= MOST_INITIATIVES or not 1 <= len(set(criteria)) <= MOST_CRITERIA:
        raise ValueError("a round has between one and twelve of each")
    fields = {"name": name, "initiatives": tuple(dict.fromkeys(initiatives)), "criteria": tuple(dict.fromkeys(criteria))}
    with deed(viewer, "round_save", rule=may_facilitate, about=name) as working:
        row = working.change(_round(viewer, ref, "draft"), **fields) if ref else working.create(RatingRound(**fields))
        return row.ref, working.record.ref


def round_open(viewer: Viewer, *, ref: str) -> str:
    """From now on whoever has the link rates. Ratings belong to this deed: with it they are taken back."""
    return _moved(viewer, "round_open", ref, "draft", state="open")


def round_close(viewer: Viewer, *, ref: str, on: str) -> str:
    """Nobody rates any more, and what was said may be read. on: the day, ISO."""
    return _moved(viewer, "round_close", ref, "open", state="closed", closed_on=on)


def round_link_again(viewer: Viewer, *, ref: str) -> str:
    """A new link; the old one opens nothing any more, and who came by it comes in again by the new one. What they said stays."""
    with deed(viewer, "round_link_again", rule=may_facilitate) as working:
        row = _round(viewer, ref, "open")
        _about(working.record, row.name)
        working.change(row, turn=row.turn + 1)
        return working.record.ref


def round_remove(viewer: Viewer, *, ref: str) -> str:
    """Into the trash; its link opens nothing while it lies there."""
    with deed(viewer, "round_remove", rule=may_facilitate) as working:
        row = _round(viewer, ref)
        _about(working.record, row.name)
        working.remove(row)
        return working.record.ref


def medians_take(viewer: Viewer, *, ref: str) -> str:
    """Write the medians of a closed round into its initiatives, as one deed: chance, months, and each criterion. What fewer than three judged stays as it is.

    Returns the deed's ref, "" where nothing would change.
    """
    with deed(viewer, "medians_take") as working:
        row = _round(viewer, ref, "closed")
        _about(working.record, row.name)
        found = round_outcome(viewer, ref)
        criteria = criteria_to_ask(viewer.workspace_id, row.criteria)
        for initiative in Initiative.present.filter(workspace_id=viewer.workspace_id, ref__in=row.initiatives):
            working.change(initiative, **taken_fields(initiative, found, criteria) if found else {})
        return working.record.ref if working.did_something else ""


def _moved(viewer: Viewer, name: str, ref: str, before: str, **fields: object) -> str:
    with deed(viewer, name, rule=may_facilitate) as working:
        row = _round(viewer, ref, before)
        _about(working.record, row.name)
        working.change(row, **fields)
        return working.record.ref


def _about(record: Deed, name: str) -> None:
    """History names the round, which is known only inside the deed."""
    record.about = name[:300]
    record.save(update_fields=["about"])


def _round(viewer: Viewer, ref: str, state: str = "") -> RatingRound:
    row = present_row(viewer, RatingRound, ref)
    if state and row.state != state:
        raise WrongStateError(row.state)
    return row
