"""What happens to the data when the program is newer, or older, than they are? A backup before migrations run; a plain no to older programs."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from shutaf.stewardship.backup import scheduled
from shutaf.stewardship.backup.tables import tables_as_they_are


class NewerDataError(RuntimeError):
    """The data were last used by a newer version, whose migrations this one does not know."""


def refuse_newer_data() -> None:
    """Raises NewerDataError: an older program would read such data wrongly."""
    loader = MigrationExecutor(connection).loader
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("shutaf.")}
    unknown = sorted(
        f"{app}.{name}" for app, name in loader.applied_migrations if app in ours and (app, name) not in loader.disk_migrations
    )
    if unknown:
        raise NewerDataError(", ".join(unknown[:3]))


def keep_before_update() -> Path | None:
    """An archive of data that migrations are about to change; None where none are, or nothing is there. Raises BackupError, OSError."""
    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations or not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return None
    if not any(model._base_manager.exists() for model in tables_as_they_are()):
        return None
    return scheduled.write(timezone.now(), f"before-{settings.SHUTAF_VERSION}")


def latest_before_update() -> Path | None:
    """The newest archive that was made before an update."""
    return next((path for path in reversed(scheduled.archives()) if path.name.startswith("before-")), None)
