"""Is this zip safe to unpack, and what is in it?"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from shutaf.imports.limits import Limits
from shutaf.imports.notes import RefusedError

_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, ValueError, LookupError, EOFError, OSError)
"""What the standard library raises, by where the damage lies; the parts are not ours, so each of these means the same."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHECKED_FROM_BYTES = 2**20
"""A part smaller than this cannot be a bomb, whatever its ratio."""


def open_zip(data: bytes, name: str, limits: Limits) -> zipfile.ZipFile:
    """The zip, after its directory has been held against the limits; nothing is unpacked yet. Raises RefusedError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except _DAMAGE as why:
        raise RefusedError("file.zip_damaged", name) from why
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > limits.parts:
        raise RefusedError("file.too_many_parts", name, count=len(parts), limit=limits.parts)
    if unpacked > limits.unpacked_bytes or any(_is_bomb(part, limits) for part in parts):
        raise RefusedError("file.zip_bomb", name, unpacked_bytes=unpacked, limit_bytes=limits.unpacked_bytes)
    if any(part.flag_bits & 1 for part in parts):
        raise RefusedError("file.password", name)
    if any(part.compress_type not in _METHODS for part in parts):
        raise RefusedError("file.zip_damaged", name)
    return archive


def read_part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """One part, checked against its checksum; never more bytes than the directory says."""
    try:
        return archive.read(part)
    except _DAMAGE as why:
        raise RefusedError("file.zip_damaged", name) from why


def repacked(archive: zipfile.ZipFile, name: str, is_wanted: Callable[[str], bool], check: Callable[[str, bytes], None]) -> io.BytesIO:
    """A new zip that holds, uncompressed, only the wanted parts, each read whole and checked.

    So the fast reader behind it meets no part that lies about its size, and no macro, picture or link.
    """
    clean = io.BytesIO()
    with zipfile.ZipFile(clean, "w", zipfile.ZIP_STORED) as target:
        for part in dict.fromkeys(archive.namelist()):
            if is_wanted(part):
                content = read_part(archive, part, name)
                check(part, content)
                target.writestr(part, content)
    clean.seek(0)
    return clean


def _is_bomb(part: zipfile.ZipInfo, limits: Limits) -> bool:
    return part.file_size > _CHECKED_FROM_BYTES and part.file_size > limits.ratio * max(1, part.compress_size)
