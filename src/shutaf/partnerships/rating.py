"""What does somebody see and say who came by the link of a round, without an account?

Ratings are no deeds of their own: history would tell who said what when. They hang on the deed that opened the round, are written in one statement each time,
and never lock the workspace, so that a hall of phones rates at once.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Count, QuerySet

from shutaf.accounts.models import Deed
from shutaf.accounts.queries import WorkspaceFacts, facts_of
from shutaf.accounts.rows import new_ref
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.asked import AskedCriterion, criteria_to_ask
from shutaf.partnerships.models import Initiative, Rating, RatingRound
from shutaf.partnerships.round_tokens import row_of

GROUPS = ("department", "public", "business", "civil_society", "academia", "community", "other")
MOST_RATERS, MOST_LETTERS = 600, 40


class TooManyRatersError(Exception):
    """More than any hall holds have rated: somebody plays with the link."""


class RoundClosedError(Exception):
    """The round was closed, or not opened."""


@dataclass(frozen=True, slots=True)
class Door:
    """A round found by its token. viewer: whom the link makes of whoever holds it; its sheet is this one round."""

    viewer: Viewer
    workspace: WorkspaceFacts
    round_id: int
    turn: int
    name: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class RatedInitiative:
    """What a rater reads of an initiative. given: key of a criterion -> value, None for "do not know"; what is missing was not answered."""

    ref: str
    name: str
    problem: str
    idea: str
    given: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RaterSheet:
    """Everything that one rater is asked, with what they said so far."""

    initiatives: tuple[RatedInitiative, ...]
    criteria: tuple[AskedCriterion, ...]

    @property
    def answered(self) -> int:
        return sum(len(one.given) for one in self.initiatives)

    @property
    def asked(self) -> int:
        return len(self.initiatives) * len(self.criteria)


def new_rater() -> str:
    """A random word for one browser, never a name."""
    return secrets.token_hex(8)


def door_of(token: str) -> Door | None:
    """None for a token that opens nothing; a closed round still has its door, which says so."""
    row = row_of(token)
    return _door(row) if row else None


def door_again(round_id: int, turn: int) -> Door | None:
    """The same for a browser that came in before, while the link was not made anew."""
    row = RatingRound.present.select_related("workspace").filter(pk=round_id, turn=turn).exclude(state="draft").first()
    return _door(row) if row else None


def _door(row: RatingRound) -> Door:
    workspace = facts_of(row.workspace)
    viewer = Viewer("link", row.workspace_id, workspace.ref, sheet=_sheet(row.ref))
    return Door(viewer, workspace, row.pk, row.turn, row.name, row.state == "open")


def _sheet(ref: str) -> str:
    return f"rating:{ref}"


def _own_round(viewer: Viewer) -> RatingRound:
    """The one round that the Viewer's link opens."""
    ref = viewer.sheet.removeprefix("rating:")
    row = (
        RatingRound.present.filter(workspace_id=viewer.workspace_id, ref=ref).first()
        if viewer.kind == "link" and ref != viewer.sheet
        else None
    )
    if row is None:
        raise NotAllowedError("rating")
    found: RatingRound = row
    return found


def rater_sheet(viewer: Viewer, *, rater: str) -> RaterSheet:
    """Four queries. A rater sees the own answers and nobody else's."""
    row = _own_round(viewer)
    rows = {one.ref: one for one in Initiative.present.filter(workspace_id=viewer.workspace_id, ref__in=row.initiatives)}
    given: dict[str, dict[str, float | None]] = {}
    for ref, key, value in _of(row, rater).values_list("initiative__ref", "criterion", "value"):
        given.setdefault(ref, {})[key] = value
    criteria = criteria_to_ask(viewer.workspace_id, row.criteria)
    keys = {one.key for one in criteria}
    return RaterSheet(
        tuple(
            RatedInitiative(ref, one.name, one.problem, one.idea, {key: value for key, value in given.get(ref, {}).items() if key in keys})
            for ref in row.initiatives
            if (one := rows.get(ref))
        ),
        criteria,
    )


def _of(row: RatingRound, rater: str) -> QuerySet[Rating]:
    return Rating.present.filter(workspace_id=row.workspace_id, round=row, rater=rater).order_by()


def rating_save(viewer: Viewer, *, rater: str, group: str, initiative_ref: str, answers: Mapping[str, float | None]) -> None:
    """Write down what one rater says of one initiative; said again, it replaces what was said.

    answers: key of a criterion -> one of its steps, None for "do not know". Raises RoundClosedError, TooManyRatersError, and ValueError for anything
    that was not asked: then nothing is written. All is looked up before the transaction, so that phones wait for one another as briefly as can be.
    """
    if group not in ("", *GROUPS) or not 0 < len(rater) <= MOST_LETTERS:
        raise ValueError("no such group or rater")
    row = _own_round(viewer)
    _refuse_what_was_not_asked(row, answers)
    initiative = Initiative.present.filter(workspace_id=row.workspace_id, ref=initiative_ref).first()
    if initiative is None or initiative_ref not in row.initiatives:
        raise ValueError("not one of the initiatives")
    _refuse_a_crowd(row, rater)
    opened = _opening(row)
    with transaction.atomic():
        if not RatingRound.present.filter(pk=row.pk, state="open").exists():
            raise RoundClosedError
        _write(row, initiative, rater, group, answers, opened)


def _refuse_what_was_not_asked(row: RatingRound, answers: Mapping[str, float | None]) -> None:
    asked = {one.key: one for one in criteria_to_ask(row.workspace_id, row.criteria)}
    if any(key not in asked or (value is not None and value not in asked[key].steps) for key, value in answers.items()):
        raise ValueError("not one of the answers")


def _refuse_a_crowd(row: RatingRound, rater: str) -> None:
    if not _of(row, rater).exists():
        raters = Rating.present.filter(workspace_id=row.workspace_id, round=row).aggregate(n=Count("rater", distinct=True))["n"]
        if raters >= MOST_RATERS:
            raise TooManyRatersError


def _write(row: RatingRound, initiative: Initiative, rater: str, group: str, answers: Mapping[str, float | None], opened: Deed) -> None:
    """One statement: a new answer is inserted, one that was given before gets its new value, even when two requests come at once."""
    Rating.objects.bulk_create(
        [
            Rating(
                workspace_id=row.workspace_id, ref=new_ref(Rating.PREFIX), created_in=opened, changed_in=opened, round=row, initiative=initiative,
                criterion=key, rater=rater, group=group, value=value,
            )
            for key, value in answers.items()
        ],
        update_conflicts=True, unique_fields=["workspace", "round", "initiative", "criterion", "rater"], update_fields=["value", "group", "removed_in"],
    )  # fmt: skip


def _opening(row: RatingRound) -> Deed:
    """The deed that opened the round."""
    found = Deed.objects.filter(
        workspace_id=row.workspace_id, name="round_open", changes__table=row.table, changes__row_id=row.pk, undone_by=None
    )
    return found.order_by("-pk").first() or row.created_in
