"""Which field of which table holds something about a person, why, from whom, and for how long? Read from registry.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from django.apps import apps
from django.db import models

from shutaf.accounts.rows import Row

Kind: TypeAlias = Literal["name", "teller", "role", "email", "phone", "text", "login", "device"]

KINDS: tuple[Kind, ...] = ("name", "teller", "role", "email", "phone", "text", "login", "device")
PURPOSES = (
    "reach", "know_source", "know_ties", "remember_dealings", "answer_call", "answer_defect", "answer_request", "sign_in", "account_for", "mention",
)  # fmt: skip
"""Why a field is kept. mention: it is about something else, and somebody may be named in it."""
SOURCES = ("the_person", "the_body", "editors", "file", "public_record", "identity_provider", "service")
"""Who it comes from. file: an imported file; service: written down by the program itself."""
_ALWAYS = {"teller": "know_source", "text": "mention"}


@dataclass(frozen=True, slots=True)
class PersonalField:
    """One field that holds or may hold something about a person.

    is_delicate: it could hold an opinion of somebody. goes_with: fields of the same row that speak of whoever stands here.
    """

    table: str
    name: str
    kind: Kind
    purpose: str
    sources: tuple[str, ...]
    retention: str
    is_delicate: bool = False
    goes_with: tuple[str, ...] = ()

    @property
    def is_meant(self) -> bool:
        """Whether it is there to hold a person, rather than something else in which one may be named."""
        return self.kind != "text"


@cache
def _told() -> Mapping[str, Any]:
    return MappingProxyType(tomllib.loads((files(__package__) / "registry.toml").read_text(encoding="utf-8")))


def retention_days() -> Mapping[str, int]:
    """Key -> days; 0: as long as what it belongs to, -1: as the workspace says."""
    return MappingProxyType(_told()["retention"])


@cache
def personal_fields() -> tuple[PersonalField, ...]:
    """All of them, in the order of the registry; of programs we build on only those that are installed."""
    return tuple(one for table in _told()["tables"] if is_installed(table) for one in _fields_of(table))


@cache
def fields_of(table: str) -> Mapping[str, PersonalField]:
    """Field name -> what is told of it, of one table."""
    return MappingProxyType({one.name: one for one in personal_fields() if one.table == table})


def plain_fields(table: str) -> frozenset[str]:
    """Text fields of a table that cannot hold a person."""
    told = _told()["tables"].get(table, {})
    return frozenset((*told.get("plain", ()), *(_told()["common"]["plain"] if _is_row(table) else ())))


def _fields_of(table: str) -> Iterator[PersonalField]:
    told = _told()["tables"][table]
    holds: dict[str, Kind] = dict(told.get("holds", {}))
    if _is_row(table):
        holds |= _told()["common"]["holds"]
    for name, kind in holds.items():
        yield PersonalField(
            table, name, kind, _ALWAYS.get(kind) or told["purpose"], tuple(told.get("sources", ("editors",))),
            told.get("retention", "reviewed_yearly"), name in told.get("delicate", ()),
            tuple(told.get("goes_with", {}).get(name, ())),
        )  # fmt: skip


def _is_row(table: str) -> bool:
    return is_installed(table) and issubclass(apps.get_model(table), Row)


def is_installed(table: str) -> bool:
    app, _, name = table.partition(".")
    return app in apps.app_configs and name in apps.app_configs[app].models


def text_fields(model: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    """Every column of a table that can hold words."""
    kinds = (models.CharField, models.TextField, models.JSONField, models.GenericIPAddressField, models.BinaryField, models.FileField)
    return tuple(field for field in model._meta.concrete_fields if isinstance(field, kinds))
