"""Which tables are kept? All of them but a few, as this database has them now: before an update it may be older than this program."""

from __future__ import annotations

from django.apps import apps
from django.apps.registry import Apps
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

LEFT_OUT = frozenset(
    {
        "sessions.session",
        "usersessions.usersession",
        "contenttypes.contenttype",
        "auth.permission",
        "django_tasks_database.dbtaskresult",
        "admin.logentry",
        "stewardship.tick",
    }
)
"""Tables that are not kept: who is signed in now, what Django makes itself, jobs that are asked for again, and when this service last did what recurs."""


def tables(of: Apps = apps) -> list[type[models.Model]]:
    return [m for m in of.get_models() if m._meta.managed and not m._meta.proxy and m._meta.label_lower not in LEFT_OUT]


def tables_as_they_are() -> list[type[models.Model]]:
    """The tables of this database, though its migrations are behind this program."""
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    if not executor.migration_plan(graph.leaf_nodes()):
        return tables()
    applied = [key for key in executor.loader.applied_migrations if key in graph.nodes]
    return tables(executor.loader.project_state(applied).apps) if applied else []


def schema() -> list[str]:
    """The migrations this database has, in order."""
    return sorted(f"{row.app}.{row.name}" for row in MigrationRecorder(connection).migration_qs.all())
