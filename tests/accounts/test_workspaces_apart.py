"""Does any key of a row reach into another workspace? And does every table of ours belong to one?"""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from shutaf.stewardship.actions import example_create
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

WITHOUT = {
    "accounts.user": "a person may be in several", "accounts.workspace": "it is the workspace", "accounts.signinlink": "belongs to a user",
    "accounts.change": "belongs to a deed", "places.authority": "public facts, which every workspace may read",
    "stewardship.defect": "what somebody could not use, whether or not they have a workspace",
    "stewardship.tick": "what this service does by itself, for all workspaces",
}  # fmt: skip


def ours() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("shutaf.")]


def test_every_table_of_ours_belongs_to_a_workspace() -> None:
    without = {model._meta.label_lower for model in ours() if not any(field.name == "workspace" for field in model._meta.concrete_fields)}
    assert without == set(WITHOUT)


def test_no_key_joins_rows_of_two_workspaces(town: Town) -> None:
    example_create(town.ruth)
    crossing = []
    for model in ours():
        if model._meta.label_lower in WITHOUT:
            continue
        for field in model._meta.concrete_fields:
            other = field.related_model
            if not field.is_relation or other is None or field.name == "workspace" or other._meta.label_lower in WITHOUT:
                continue
            bad = model._base_manager.exclude(**{field.name: None}).exclude(**{f"{field.name}__workspace": models.F("workspace")})
            crossing += [f"{model._meta.label}.{field.name}"] if bad.exists() else []
    assert crossing == []


def test_lookups_begin_with_the_workspace() -> None:
    """Unique constraints and indexes of rows, so that a table can be divided by workspace."""
    for model in ours():
        if model._meta.label_lower in WITHOUT or not any(field.name == "ref" for field in model._meta.concrete_fields):
            continue
        named = [constraint.fields for constraint in model._meta.constraints if isinstance(constraint, models.UniqueConstraint)]
        named += [tuple(index.fields) for index in model._meta.indexes]
        assert all(fields[0].lstrip("-") == "workspace" for fields in named), model
