"""How is an archive written while others work? All tables in one snapshot, the files after them, and nothing under its name until it is whole."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core import serializers
from django.db import connection, models

from shutaf.stewardship.backup.archive import FORMAT, Kept, kept
from shutaf.stewardship.backup.sealing import Sealing
from shutaf.stewardship.backup.tables import schema, tables_as_they_are

_CHUNK, _ROWS = 1 << 20, 2000


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


def backup(out: Path, *, secret: bytes = b"") -> Kept:
    """Write the archive beside its place, then move it there: a broken one never stands under its name. With a secret it is sealed."""
    manifest: dict[str, Any] = {"format": FORMAT, "version": settings.SHUTAF_VERSION, "members": {}}
    half = out.with_name(out.name + ".part")
    try:
        with os.fdopen(os.open(half, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
            with _sealed(raw, secret) as target:
                _write(target, manifest)
            raw.flush()
            os.fsync(raw.fileno())
        half.replace(out)
    except BaseException:
        half.unlink(missing_ok=True)  # half an archive helps nobody, and takes the room the next one needs
        raise
    return kept(manifest)


@contextmanager
def _sealed(raw: IO[bytes], secret: bytes) -> Iterator[IO[bytes]]:
    if not secret:
        yield raw
        return
    sealing = Sealing(raw, secret)
    try:
        yield sealing  # type: ignore[misc]
    except BaseException:
        sealing.abandon()
        raise
    sealing.close()


def _write(target: IO[bytes], manifest: dict[str, Any]) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        with snapshot():
            manifest["schema"] = schema()
            for model in tables_as_they_are():
                _write_table(archive, model, manifest)
            for path in sorted(Path(settings.FILES).rglob("*")):
                if path.is_file():
                    _write_file(archive, path, manifest)
        archive.writestr("manifest.json", json.dumps(manifest, indent=1, sort_keys=True))


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
