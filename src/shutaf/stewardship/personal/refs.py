"""Is somebody's name in the ref of a row, as when a sole trader was numbered by name? It gets another, wherever it is named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from django.apps import apps
from django.db import models

from shutaf.accounts.rows import new_ref
from shutaf.stewardship.personal.mentions import Knows, mentions
from shutaf.stewardship.personal.registry import fields_of, text_fields
from shutaf.stewardship.personal.scanning import Json, as_json, as_value, rows_of
from shutaf.stewardship.queries import TABLES, model_of

Hint = Callable[[str], bool]


def rename_refs(workspace_id: int, knows: Knows, *, hint: Hint | None = None, keep: Collection[str] = ()) -> int:
    """Rows whose ref names somebody get a random one, and every text of the workspace that is the old one becomes the new. Returns how many."""
    renamed: dict[str, str] = {}
    for table in TABLES:
        model = model_of(table)
        for pk, ref in model.objects.filter(workspace_id=workspace_id).values_list("pk", "ref"):
            if f"{table}:{pk}" not in keep and (hint is None or hint(ref)) and mentions(ref, knows):
                renamed.setdefault(ref, new_ref(model.PREFIX))
    if renamed:
        for table in _with_a_workspace():
            _write(table, workspace_id, renamed)
    return len(renamed)


def _with_a_workspace() -> Iterator[str]:
    for model in apps.get_models():
        if model._meta.label_lower == "accounts.change" or any(field.name == "workspace" for field in model._meta.concrete_fields):
            yield model._meta.label_lower


def _write(table: str, workspace_id: int, renamed: dict[str, str]) -> None:
    names = [field.name for field in text_fields(apps.get_model(table))]
    named = {name for name, told in fields_of(table).items() if told.is_meant}  # a person's name that is their ref too goes as a name
    rows: models.QuerySet[Any] = rows_of(table, workspace_id)
    for pk, *values in rows.values_list("pk", *names):
        old = {name: as_json(table, name, value) for name, value in zip(names, values, strict=True)}
        new = {name: value if name in named and isinstance(value, str) else _other(value, renamed) for name, value in old.items()}
        if changed := {name: as_value(table, name, value) for name, value in new.items() if value != old[name]}:
            rows.filter(pk=pk).update(**changed)


def _other(value: Json, renamed: dict[str, str]) -> Json:
    """The value with each text that is an old ref said anew; a text that only holds one is left to the reader of mentions."""
    if isinstance(value, str):
        return renamed.get(value, value)
    if isinstance(value, dict):
        return {renamed.get(key, key): _other(one, renamed) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_other(one, renamed) for one in value]
    return value
