"""How is everything kept and brought back? One archive: every table as JSON lines read in one snapshot, every file, and the sum of each.

The same form for SQLite and PostgreSQL, so a restore may also move from one to the other.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from shutaf.stewardship.personal.again import again_everywhere

FORMAT = 1
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
MOST_BYTES = 20 * 2**30
_MOST_MANIFEST = 64 * 2**20  # bytes
_CHUNK, _ROWS = 1 << 20, 2000


class BackupError(ValueError):
    """An archive that cannot be trusted or does not fit; key names the sentence, detail what it is about."""

    def __init__(self, key: str, detail: str = "") -> None:
        super().__init__(f"{key}: {detail}")
        self.key, self.detail = key, detail


@dataclass(frozen=True, slots=True)
class Kept:
    """What an archive holds."""

    version: str
    rows: int
    files: int
    bytes: int


def tables() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m._meta.managed and not m._meta.proxy and m._meta.label_lower not in LEFT_OUT]


@contextmanager
def snapshot() -> Iterator[None]:
    """All reads inside see one state, and nobody who writes has to wait."""
    begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if connection.vendor == "postgresql" else "BEGIN"
    with connection.cursor() as cursor:
        cursor.execute(begin)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")


def schema() -> list[str]:
    """The migrations this database has, in order."""
    return sorted(f"{row.app}.{row.name}" for row in MigrationRecorder(connection).migration_qs.all())


def backup(out: Path) -> Kept:
    """Write the archive beside its place, then move it there: a broken one never stands under its name."""
    manifest: dict[str, Any] = {"format": FORMAT, "version": settings.SHUTAF_VERSION, "members": {}}
    half = out.with_name(out.name + ".part")
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive, snapshot():
        manifest["schema"] = schema()
        for model in tables():
            _write_table(archive, model, manifest)
        for path in sorted(Path(settings.FILES).rglob("*")):
            if path.is_file():
                _write_file(archive, path, manifest)
        archive.writestr("manifest.json", json.dumps(manifest, indent=1, sort_keys=True))
    half.chmod(0o600)
    half.replace(out)
    return _kept(manifest)


def _kept(manifest: dict[str, Any]) -> Kept:
    members = manifest["members"]
    rows = sum(m["rows"] for m in members.values())
    return Kept(manifest["version"], rows, sum(name.startswith("files/") for name in members), sum(m["bytes"] for m in members.values()))


def _write_table(archive: zipfile.ZipFile, model: type[models.Model], manifest: dict[str, Any]) -> None:
    name = f"data/{model._meta.label_lower}.jsonl"
    digest, size, rows = hashlib.sha256(), 0, 0
    with archive.open(name, "w", force_zip64=True) as member:
        for row in model._base_manager.order_by("pk").iterator(chunk_size=_ROWS):
            line = (serializers.serialize("jsonl", [row]).rstrip("\n") + "\n").encode()
            member.write(line)
            digest.update(line)
            size, rows = size + len(line), rows + 1
    manifest["members"][name] = {"sha256": digest.hexdigest(), "bytes": size, "rows": rows}


def _write_file(archive: zipfile.ZipFile, path: Path, manifest: dict[str, Any]) -> None:
    name = "files/" + path.relative_to(settings.FILES).as_posix()
    digest, size = hashlib.sha256(), 0
    try:
        source = path.open("rb")
    except FileNotFoundError:  # erased while we read the others: whoever did that wants it gone from here too
        return
    with source, archive.open(name, "w", force_zip64=True) as member:
        while chunk := source.read(_CHUNK):
            member.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    manifest["members"][name] = {"sha256": digest.hexdigest(), "bytes": size, "rows": 0}


@contextmanager
def opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
    """The archive with its manifest, after its names and sizes were looked at. Raises BackupError."""
    try:
        archive = zipfile.ZipFile(path)
        if archive.getinfo("manifest.json").file_size > _MOST_MANIFEST:
            raise BackupError("other_size")
        manifest = json.loads(archive.read("manifest.json"))
        members = {name: dict(facts) for name, facts in manifest["members"].items()}
    except BackupError:
        raise
    except (OSError, KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile, zlib.error) as failure:
        raise BackupError("not_a_backup", str(failure)) from None
    with archive:
        if manifest.get("format") != FORMAT:
            raise BackupError("other_format", str(manifest.get("format")))
        names = {info.filename: info.file_size for info in archive.infolist()}
        if set(names) != {*members, "manifest.json"} or len(names) != len(archive.infolist()):
            raise BackupError("other_members")
        if any(PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name for name in names):
            raise BackupError("unsafe_name")
        if sum(names.values()) > MOST_BYTES or any(names[name] != facts["bytes"] for name, facts in members.items()):
            raise BackupError("other_size")
        yield archive, manifest


def verify(path: Path) -> Kept:
    """Compute every sum again and count every row. Raises BackupError at the first that differs."""
    with opened(path) as (archive, manifest):
        for name, facts in manifest["members"].items():
            try:
                with archive.open(name) as member:
                    digest, rows = _summed(member)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
                raise BackupError("wrong_sum", name) from None
            if digest != facts["sha256"]:
                raise BackupError("wrong_sum", name)
            if name.startswith("data/") and rows != facts["rows"]:
                raise BackupError("wrong_count", name)
        return _kept(manifest)


def _summed(member: IO[bytes]) -> tuple[str, int]:
    digest, lines = hashlib.sha256(), 0
    while chunk := member.read(_CHUNK):
        digest.update(chunk)
        lines += chunk.count(b"\n")
    return digest.hexdigest(), lines


def is_empty() -> bool:
    """Whether nothing would be overwritten."""
    return not any(model._base_manager.exists() for model in tables())


def restore(path: Path, *, is_forced: bool = False) -> Kept:
    """Bring everything back, after every sum was found right. Rows come whole or not at all; files follow once the rows stand. Raises BackupError.

    The database must be empty, unless forced: then what is there is replaced. It must have the same migrations.
    """
    kept = verify(path)
    if not is_forced and not is_empty():
        raise BackupError("not_empty")
    with opened(path) as (archive, manifest):
        if missing := set(manifest["schema"]) - set(schema()):
            raise BackupError("newer_schema", ", ".join(sorted(missing)[:3]))
        with transaction.atomic():
            if is_forced:
                for model in reversed(tables()):
                    model._base_manager.all()._raw_delete(using="default")
            for model in tables():
                _read_table(archive, model)
            _reset_sequences()
            again_everywhere()
        for name in manifest["members"]:
            if name.startswith("files/"):
                _read_file(archive, name)
    return kept


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


def _reset_sequences() -> None:
    statements = connection.ops.sequence_reset_sql(no_style(), tables())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _read_file(archive: zipfile.ZipFile, name: str) -> None:
    target = Path(settings.FILES) / PurePosixPath(name).relative_to("files")
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with archive.open(name) as member, target.open("wb") as out:
        while chunk := member.read(_CHUNK):
            out.write(chunk)
