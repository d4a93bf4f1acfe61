"""Which rounds of rating are there, how many answered, and, once one is closed, what came of it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from django.db.models import Count, QuerySet

from shutaf.accounts.models import Deed
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.criteria.rated import Outcome, outcome
from shutaf.partnerships.asked import AskedCriterion, criteria_to_ask
from shutaf.partnerships.models import Initiative, Rating, RatingRound
from shutaf.partnerships.round_tokens import token_of


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round as pages show it. initiatives: (ref, name) of those that are there; token: opens its sheet, "" before it was opened.

    raters, whole: who answered anything, and everything. closings: how often it was closed; more than once means that somebody opened it again.
    """

    ref: str
    name: str
    state: str
    initiatives: tuple[tuple[str, str], ...]
    criteria: tuple[AskedCriterion, ...]
    closed_on: str
    token: str
    raters: int = 0
    whole: int = 0
    answered: Mapping[str, int] = field(default_factory=dict)
    closings: int = 0


def _rows(viewer: Viewer) -> QuerySet[RatingRound]:
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    return RatingRound.present.filter(workspace_id=viewer.workspace_id)


def rounds_list(viewer: Viewer) -> tuple[RoundFacts, ...]:
    """The last one made first. Four queries."""
    criteria, names = criteria_to_ask(viewer.workspace_id), _names(viewer.workspace_id)
    raters = dict(_given(viewer.workspace_id).values_list("round_id").annotate(n=Count("rater", distinct=True)))
    return tuple(replace(_facts(viewer, row, criteria, names), raters=raters.get(row.pk, 0)) for row in _rows(viewer).order_by("-pk"))


def round_found(viewer: Viewer, ref: str) -> RoundFacts | None:
    """One round with how many answered, and how many of them everything: never what."""
    row = _rows(viewer).filter(ref=ref).first()
    if row is None:
        return None
    given = _given(viewer.workspace_id).filter(round=row)
    by_rater = dict(given.values_list("rater").annotate(n=Count("pk")))
    by_initiative = dict(given.values_list("initiative__ref").annotate(n=Count("rater", distinct=True)))
    found = _facts(viewer, row, criteria_to_ask(viewer.workspace_id), _names(viewer.workspace_id))
    asked = len(found.initiatives) * len(found.criteria)
    whole = sum(n >= asked for n in by_rater.values())
    return replace(found, raters=len(by_rater), whole=whole, answered=by_initiative, closings=_closings(row))


def _closings(row: RatingRound) -> int:
    return Deed.objects.filter(workspace_id=row.workspace_id, name="round_close", changes__table=row.table, changes__row_id=row.pk).count()


def _given(workspace_id: int) -> QuerySet[Rating]:
    return Rating.present.filter(workspace_id=workspace_id, initiative__removed_in=None).order_by()


def _names(workspace_id: int) -> dict[str, str]:
    return dict(Initiative.present.filter(workspace_id=workspace_id).values_list("ref", "name"))


def _facts(viewer: Viewer, row: RatingRound, criteria: tuple[AskedCriterion, ...], names: Mapping[str, str]) -> RoundFacts:
    by_key = {one.key: one for one in criteria}
    return RoundFacts(
        row.ref, row.name, row.state, tuple((ref, names[ref]) for ref in row.initiatives if ref in names),
        tuple(by_key[key] for key in row.criteria if key in by_key), row.closed_on,
        token_of(viewer.workspace_ref, row) if row.state != "draft" else "",
    )  # fmt: skip


def round_outcome(viewer: Viewer, ref: str) -> Outcome | None:
    """What came of a closed round; None while it is open, for everybody."""
    row = _rows(viewer).filter(ref=ref, state="closed").first()
    found = round_found(viewer, ref)
    if row is None or found is None or not found.initiatives or not found.criteria:
        return None
    refs, keys = [one for one, _name in found.initiatives], [one.key for one in found.criteria]
    given = _given(viewer.workspace_id).filter(round=row, initiative__ref__in=refs, criterion__in=keys)
    return _computed(
        list(given.values_list("rater", "group", "initiative__ref", "criterion", "value").order_by("pk")), refs, found.criteria
    )


def _computed(given: list[tuple[str, str, str, str, float | None]], refs: list[str], criteria: tuple[AskedCriterion, ...]) -> Outcome:
    keys = [one.key for one in criteria]
    groups = {rater: group for rater, group, *_rest in given}
    at = {rater: i for i, rater in enumerate(groups)}
    values = np.full((len(at), len(refs), len(keys)), np.nan)
    unknown = np.zeros((len(refs), len(keys)), dtype=np.int32)
    for rater, _group, initiative, criterion, value in given:
        i, j = refs.index(initiative), keys.index(criterion)
        if value is None:
            unknown[i, j] += 1
        else:
            values[at[rater], i, j] = value
    return outcome(values, unknown, refs, [one.rated_by for one in criteria], list(groups.values()))
