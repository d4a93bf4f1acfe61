"""What makes an archive one that can be trusted? Its names, sizes and sums, looked at before anything is taken from it."""

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

from shutaf.stewardship.backup.sealing import MAGIC, BrokenSealError, Unsealed, WrongKeyError, is_sealed

FORMAT = 1
MOST_BYTES = 20 * 2**30
_MOST_MANIFEST = 64 * 2**20  # bytes
_CHUNK = 1 << 20


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


def kept(manifest: dict[str, Any]) -> Kept:
    members = manifest["members"]
    rows = sum(m["rows"] for m in members.values())
    return Kept(manifest["version"], rows, sum(name.startswith("files/") for name in members), sum(m["bytes"] for m in members.values()))


@contextmanager
def opened(path: Path, secret: bytes = b"") -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
    """The archive with its manifest, after its names and sizes were looked at; unsealed when it is sealed. Raises BackupError."""
    try:
        raw = path.open("rb")
    except OSError as failure:
        raise BackupError("not_a_backup", str(failure)) from None
    try:
        with raw:
            yield from _looked_at(_plain(raw, secret))
    except WrongKeyError:
        raise BackupError("wrong_key") from None
    except BrokenSealError as broken:
        raise BackupError("broken_seal", str(broken)) from None


def _plain(raw: IO[bytes], secret: bytes) -> IO[bytes]:
    start = raw.read(len(MAGIC))
    raw.seek(0)
    if not is_sealed(start):
        return raw
    if not secret:
        raise BackupError("sealed")
    return io.BufferedReader(Unsealed(raw, secret))


def _looked_at(source: IO[bytes]) -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
    try:
        archive = zipfile.ZipFile(source)
        if archive.getinfo("manifest.json").file_size > _MOST_MANIFEST:
            raise BackupError("other_size")
        manifest = json.loads(archive.read("manifest.json"))
        members = {name: dict(facts) for name, facts in manifest["members"].items()}
    except (BackupError, BrokenSealError):
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


def verify(path: Path, *, secret: bytes = b"") -> Kept:
    """Compute every sum again and count every row. Raises BackupError at the first that differs."""
    with opened(path, secret) as (archive, manifest):
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
        return kept(manifest)


def _summed(member: IO[bytes]) -> tuple[str, int]:
    digest, lines = hashlib.sha256(), 0
    while chunk := member.read(_CHUNK):
        digest.update(chunk)
        lines += chunk.count(b"\n")
    return digest.hexdigest(), lines
