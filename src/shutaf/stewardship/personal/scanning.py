"""In which rows of which tables does somebody stand, and what is left of the row without them?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

from django.apps import apps
from django.db import models

from shutaf.accounts.fields import ValueField
from shutaf.stewardship.personal.mentions import Knows, Mention, mentions, without
from shutaf.stewardship.personal.registry import PersonalField, fields_of, personal_fields

Json: TypeAlias = Any
StandIn: TypeAlias = Callable[[Mention], str]
Reader: TypeAlias = Callable[[str], Sequence[Mention]]

_ELSEWHERE = frozenset({
    "accounts.user", "account.emailaddress", "mfa.authenticator", "socialaccount.socialaccount", "socialaccount.socialtoken",
    "sessions.session", "usersessions.usersession", "django_tasks_database.dbtaskresult", "stewardship.defect",
})  # fmt: skip
"""Tables of no workspace: accounts, sessions, jobs, defects. Each has a reader of its own."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A row in which somebody stands. new: what its fields would hold without them; found: field -> the mentions in it."""

    table: str
    pk: Any
    old: Mapping[str, Json]
    new: Mapping[str, Json] = field(default_factory=dict)
    found: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"{self.table}:{self.pk}"


def tables_of_workspaces() -> tuple[str, ...]:
    """Tables with personal fields whose rows belong to one workspace."""
    return tuple(dict.fromkeys(one.table for one in personal_fields() if one.table not in _ELSEWHERE))


def rows_of(table: str, workspace_id: int) -> models.QuerySet[Any]:
    """All rows of a workspace, those in the trash too."""
    path = "deed__workspace" if table == "accounts.change" else "workspace"
    rows: models.QuerySet[Any] = apps.get_model(table)._base_manager.filter(**{path: workspace_id})
    return rows


def scan(
    rows: models.QuerySet[Any], table: str, knows: Knows, stand_in: StandIn, *, hint: Callable[[str], bool] | None = None
) -> Iterator[Hit]:
    """The rows in which somebody stands. hint: a cheap look that may say no to a text. One query; O(letters), of equal texts once: histories repeat."""
    told, read = scanned_fields(table), reader(knows, hint)
    for pk, *values in rows.order_by("pk").values_list("pk", *told).iterator(chunk_size=2000):
        old = {name: as_json(table, name, value) for name, value in zip(told, values, strict=True)}
        if hit := _hit(table, pk, old, told, read, stand_in):
            yield hit


def reader(knows: Knows, hint: Callable[[str], bool] | None = None) -> Reader:
    """Finds the mentions of a text, and remembers them for the next one like it."""

    @lru_cache(maxsize=2**14)
    def read(text: str) -> tuple[Mention, ...]:
        return () if hint and not hint(text) else tuple(mentions(text, knows))

    return read


def scanned_fields(table: str) -> Mapping[str, PersonalField]:
    """Those that people fill. What follows from them (search texts, sort keys) is made anew."""
    model = apps.get_model(table)
    return {name: one for name, one in fields_of(table).items() if model._meta.get_field(name).editable}


def _hit(table: str, pk: Any, old: Mapping[str, Json], told: Mapping[str, PersonalField], read: Reader, stand_in: StandIn) -> Hit | None:
    new: dict[str, Json] = {}
    found: dict[str, tuple[Mention, ...]] = {}
    for name, value in old.items():
        met: list[Mention] = []
        left = left_of(value, read, stand_in, met)
        if met:
            found[name] = tuple(met)
            new |= _cleared(told[name], left)
    return Hit(table, pk, old, new, found) if found else None


def _cleared(told: PersonalField, left: Json) -> dict[str, Json]:
    """What a field holds without the person: an address and a bundle of contact data go whole, and what belongs to them goes along."""
    kept = "" if told.kind in ("email", "phone") else {} if told.kind == "name" and isinstance(left, dict) else left
    return {told.name: kept, **dict.fromkeys(told.goes_with, "")}


def texts_in(value: Json) -> Iterator[str]:
    """Every text in a value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield str(key)
            yield from texts_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_in(one)


def left_of(value: Json, read: Reader, stand_in: StandIn, met: list[Mention]) -> Json:
    """The value with something else where somebody stood; `met` gathers where."""
    if isinstance(value, str):
        found = read(value)
        met += found
        return without(value, found, stand_in) if found else value
    if isinstance(value, Mapping):
        return {left_of(key, read, stand_in, met): left_of(one, read, stand_in, met) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [left_of(one, read, stand_in, met) for one in value]
    return value


def as_json(table: str, name: str, value: Any) -> Json:
    column = apps.get_model(table)._meta.get_field(name)
    return column.as_json(value) if isinstance(column, ValueField) else value


def as_value(table: str, name: str, value: Json) -> Any:
    """Back into what the column holds, no longer than it may be."""
    column = apps.get_model(table)._meta.get_field(name)
    if isinstance(column, ValueField):
        return column.of_json(value)
    longest = getattr(column, "max_length", None)
    return value[:longest] if longest and isinstance(value, str) else value
