"""How does everything come back, rows and files together or neither? The files lie ready beside their place and change places just before the rows are confirmed.

A mark is written with the rows. Whoever finds the journal of a restore that was interrupted looks for the mark: where it is, the new files stay; where it is not, the old ones return.
"""

from __future__ import annotations

import io
import os
import secrets
import shutil
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils import timezone

from shutaf.stewardship.backup.archive import BackupError, Kept, opened, verify
from shutaf.stewardship.backup.tables import schema, tables
from shutaf.stewardship.models import Tick
from shutaf.stewardship.personal.again import again_everywhere

_CHUNK, _ROWS = 1 << 20, 2000
MARK = "restored:"


def _files() -> Path:
    return Path(settings.FILES)


def _new() -> Path:
    return _files().with_name("files.new")


def _old() -> Path:
    return _files().with_name("files.before")


def _journal() -> Path:
    return _files().with_name("restoring")


def is_empty() -> bool:
    """Whether nothing would be overwritten."""
    return not any(model._base_manager.exists() for model in tables())


def restore(path: Path, *, secret: bytes = b"", is_forced: bool = False) -> Kept:
    """Bring everything back, after every sum was found right: rows and files, or nothing. Raises BackupError.

    The database must be empty, unless forced: then what is there is replaced. It must have the same migrations, or newer ones.
    """
    settle()
    kept = verify(path, secret=secret)
    if not is_forced and not is_empty():
        raise BackupError("not_empty")
    with opened(path, secret) as (archive, manifest):
        if missing := set(manifest["schema"]) - set(schema()):
            raise BackupError("newer_schema", ", ".join(sorted(missing)[:3]))
        try:
            _lay_ready(archive, manifest)
            mark = _begin()
            with transaction.atomic():
                _replace_rows(archive)
                again_everywhere()
                Tick.objects.create(name=MARK + mark, due_at=timezone.now())
                _change_places()
        finally:
            settle()
    return kept


def settle() -> None:
    """Finish a restore, or take back one that was interrupted; without one nothing is done. Needs the database only when there was one."""
    if _journal().exists():
        mark = _journal().read_text(encoding="ascii")
        if not Tick.objects.filter(name=MARK + mark).exists() and _old().exists():
            shutil.rmtree(_files(), ignore_errors=True)
            _old().replace(_files())
        shutil.rmtree(_old(), ignore_errors=True)
        _journal().unlink()
        _sync(_journal().parent)
        Tick.objects.filter(name__startswith=MARK).delete()
    shutil.rmtree(_new(), ignore_errors=True)


def _begin() -> str:
    mark = secrets.token_hex(8)
    with _journal().open("w", encoding="ascii") as out:
        out.write(mark)
        out.flush()
        os.fsync(out.fileno())
    _sync(_journal().parent)
    return mark


def _change_places() -> None:
    _files().mkdir(parents=True, exist_ok=True, mode=0o700)
    _files().replace(_old())
    _new().replace(_files())
    _sync(_files().parent)


def _sync(folder: Path) -> None:
    """What was renamed in a folder is renamed after a power cut too."""
    if os.name == "posix":
        held = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)


def _lay_ready(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
    _new().mkdir(parents=True, mode=0o700)
    for name in manifest["members"]:
        if name.startswith("files/"):
            target = _new() / PurePosixPath(name).relative_to("files")
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with archive.open(name) as member, target.open("xb") as out:
                target.chmod(0o600)
                shutil.copyfileobj(member, out, _CHUNK)
                out.flush()
                os.fsync(out.fileno())


def _replace_rows(archive: zipfile.ZipFile) -> None:
    for model in reversed(tables()):
        model._base_manager.all()._raw_delete(using="default")
    for model in tables():
        _read_table(archive, model)
    statements = connection.ops.sequence_reset_sql(no_style(), tables())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _read_table(archive: zipfile.ZipFile, model: type[models.Model]) -> None:
    name = f"data/{model._meta.label_lower}.jsonl"
    if name not in archive.namelist():
        return
    heap: list[models.Model] = []
    with archive.open(name) as member:
        for line in io.TextIOWrapper(member, encoding="utf-8"):
            heap.extend(one.object for one in serializers.deserialize("jsonl", line, ignorenonexistent=True))
            if len(heap) >= _ROWS:
                model._base_manager.bulk_create(heap)
                heap = []
    model._base_manager.bulk_create(heap)
