"""Run by test_updates.py in a process of its own: from nothing through every migration, a row planted in every table after each; are they whole at the end?

walking_migrations.py ARCHIVE   walks, and writes a backup of the state in the middle
walking_migrations.py --restore ARCHIVE   brings that older backup into an empty, present database
"""

from __future__ import annotations

import datetime
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.db.migrations.executor import MigrationExecutor  # noqa: E402

from shutaf.stewardship.backup import backup, restore, verify  # noqa: E402
from shutaf.stewardship.backup.tables import tables  # noqa: E402

MOMENT = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
Planted = tuple[str, Any, dict[str, Any]]


def value_of(field: models.Field[Any, Any], n: int, of: dict[str, list[Any]]) -> Any:
    """Something in this field that no other row has, where that can be. of: planted keys by table; each is taken once, so that a tie is of two."""
    if field.is_relation:
        keys = of.get(field.related_model._meta.label_lower, [])
        return keys.pop() if keys else None
    if field.choices:
        return field.choices[n % len(field.choices)][0]
    if isinstance(field, models.CharField | models.TextField) and type(field).__module__.startswith("django"):
        text = f"{n} {field.name}"
        return text[: field.max_length] if field.max_length else text
    simple: tuple[tuple[Any, Any], ...] = (
        (models.BooleanField, bool(n % 2)), (models.DateTimeField, MOMENT + datetime.timedelta(minutes=n)),
        (models.DateField, MOMENT.date()), (models.FloatField, n / 2), (models.DecimalField, Decimal(n)),
        (models.IntegerField, n), (models.GenericIPAddressField, "10.0.0.1"),
    )  # fmt: skip
    for kind, value in simple:
        if isinstance(field, kind):
            return value
    return field.get_default()


def keys_of(planted: list[Planted]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for table, pk, _ in planted:
        found.setdefault(table, []).append(pk)
    return found


def plant(model: type[models.Model], planted: list[Planted]) -> None:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    wanted = [field.related_model for field in fields if field.is_relation and not field.null]
    for other in wanted:
        while is_ours(other._meta.app_label) and len(keys_of(planted).get(other._meta.label_lower, [])) < wanted.count(other):
            plant(other, planted)
    of = keys_of(planted)
    row = model(**{field.attname: value_of(field, len(planted) + 1, of) for field in fields})
    with transaction.atomic():
        row.save(force_insert=True)
    row.refresh_from_db()
    planted.append((model._meta.label_lower, row.pk, {field.attname: getattr(row, field.attname) for field in fields}))


def is_ours(label: str) -> bool:
    return apps.get_app_config(label).name.startswith("shutaf.")


def walk(archive: Path) -> None:
    executor = MigrationExecutor(connection)
    steps = [migration for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    ours = [step for step in steps if is_ours(step.app_label)]
    planted: list[Planted] = []
    states = 0
    for step in steps:
        state = MigrationExecutor(connection).migrate([(step.app_label, step.name)])
        if step in ours:
            states += 1
            for model in _sorted([m for m in state.apps.get_models() if is_ours(m._meta.app_label) and m._meta.managed]):
                plant(model, planted)
            if step is ours[len(ours) * 2 // 3]:
                backup(archive)
                verify(archive)
    left = MigrationExecutor(connection)
    assert not left.migration_plan(left.loader.graph.leaf_nodes())
    for label, pk, values in planted:
        row = apps.get_model(label)._base_manager.get(pk=pk)
        for name, value in values.items():
            if any(field.attname == name for field in row._meta.concrete_fields):
                assert getattr(row, name) == value, (label, pk, name, value, getattr(row, name))
    with connection.cursor() as cursor:
        connection.check_constraints()
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchone() == ("ok",)
    print(states, len(planted))


def _sorted(found: list[type[models.Model]]) -> list[type[models.Model]]:
    """Those that others point to first."""
    out: list[type[models.Model]] = []

    def add(model: type[models.Model], above: tuple[Any, ...] = ()) -> None:
        for field in model._meta.concrete_fields:
            other = next((m for m in found if field.is_relation and m._meta.label == field.related_model._meta.label), None)
            if other is not None and other not in out and other not in above and other is not model:
                add(other, (*above, model))
        if model not in out:
            out.append(model)

    for model in found:
        add(model)
    return out


def bring_back(archive: Path) -> None:
    call_command("migrate", verbosity=0)
    kept = restore(archive)
    print(kept.rows, sum(model._base_manager.count() for model in tables()))


if __name__ == "__main__":
    if sys.argv[1] == "--restore":
        bring_back(Path(sys.argv[2]))
    else:
        walk(Path(sys.argv[1]))
