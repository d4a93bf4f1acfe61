"""How is a deed done that a program names, and what is it told afterwards?"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import DataError, IntegrityError
from pydantic import BaseModel, ValidationError

from shutaf.accounts.actions.api_calls import deed_since
from shutaf.accounts.queries import revision_now, workspace_facts
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.clock import today_of
from shutaf.stewardship.doing.deeds import BY_NAME, Doing
from shutaf.stewardship.doing.shape import named
from shutaf.stewardship.doing.special import MetError
from shutaf.stewardship.queries import rows_made


class RefusedValuesError(ValueError):
    """The values do not fit. errors: as pydantic tells them, empty where the action itself said no."""

    def __init__(self, said: str, errors: tuple[Mapping[str, Any], ...] = ()) -> None:
        super().__init__(said)
        self.errors = errors


@dataclass(frozen=True, slots=True)
class RowMade:
    table: str
    ref: str


@dataclass(frozen=True, slots=True)
class DoneDeed:
    """deed: by which history knows it, "" when nothing changed. made: the rows it made."""

    deed: str
    made: tuple[RowMade, ...]


def do(viewer: Viewer, name: str, values: Mapping[str, Any] | BaseModel) -> DoneDeed:
    """Do a deed of the list. KeyError for one that is not on it, RefusedValuesError, NotAllowedError, MetError."""
    doing = BY_NAME[name]
    told = values if isinstance(values, BaseModel) else _checked(doing, values)
    before = revision_now(viewer)
    try:
        doing.act(viewer, **named(told), **_given(viewer, doing))
    except Exception as refused:
        if _is_refusal(refused):
            raise RefusedValuesError(str(refused)[:300]) from refused
        raise
    deed = deed_since(viewer, before)
    return DoneDeed(deed, tuple(RowMade(table, ref) for table, ref in rows_made(viewer, deed)) if deed else ())


def _is_refusal(failure: Exception) -> bool:
    """An action refuses values by ValueError, KeyError or an exception of its own; the database what no row can hold."""
    is_own = type(failure).__module__.startswith("shutaf.") and not isinstance(failure, NotAllowedError | MetError)
    return is_own or isinstance(failure, ValueError | LookupError | DataError | IntegrityError)


def _checked(doing: Doing, values: Mapping[str, Any]) -> BaseModel:
    try:
        return doing.shape.model_validate(values)
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False, include_context=True, include_input=False)
        raise RefusedValuesError(str(wrong)[:300], tuple(dict(one) for one in errors)) from None


def _given(viewer: Viewer, doing: Doing) -> dict[str, Any]:
    """The day, for a deed that wants it."""
    return {"today": today_of(workspace_facts(viewer))} if "today" in inspect.signature(doing.act).parameters else {}
