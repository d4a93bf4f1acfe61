"""Which files on their way in name this person? They go whole; whoever brought one may bring it again without them."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.db import transaction

from shutaf.accounts.viewer import Viewer
from shutaf.imports.files import grids_of
from shutaf.imports.limits import LIMITS
from shutaf.imports.notes import Notes, RefusedError
from shutaf.intake.files import forget, paths_in
from shutaf.intake.models import Upload
from shutaf.stewardship.personal.known import Known
from shutaf.stewardship.personal.mentions import mentions
from shutaf.stewardship.personal.outside.trace import Trace

_TAG = re.compile(r"<[^>]*>")
_END_OF_TEXT = re.compile(r"</(?:si|c|p|w:p|text|row)>")
_MOST_PART = 64 * 2**20  # bytes of one part that are looked through; a larger one counts as unread
_ENCODINGS = ("utf-8", "cp1255", "utf-16")


def traces(viewer: Viewer, known: Known) -> Iterator[Trace]:
    """Files that name them, and files nobody can look into: they wait for at most thirty days anyway."""
    for row in Upload.objects.filter(workspace_id=viewer.workspace_id).order_by("pk"):
        if any(not _is_clear(path, known) for path in paths_in(row.folder)):
            yield Trace("upload", row.name, lambda row=row: _drop(row))  # type: ignore[misc]


def _drop(row: Upload) -> None:
    Upload.objects.filter(pk=row.pk).update(state="dropped", told={}, mends=[])
    transaction.on_commit(lambda: forget(row.folder))


def _is_clear(path: Path, known: Known) -> bool:
    """Whether the file was read and does not name them, in its rows or anywhere else in it, its own name too."""
    texts = [path.name]
    with suppress(RefusedError):  # not a table; then its text says
        texts += [" ".join(str(cell) for cell in row) for grid in grids_of(path, Notes(LIMITS), LIMITS)[1] for row in grid.rows]
    try:
        texts += _raw(path)
    except (OSError, ValueError, zipfile.BadZipFile):
        return False
    return not any(known.hint(text) and mentions(text, known.knows) for text in texts)


def _raw(path: Path) -> list[str]:
    """All text of a file or of what is packed in it. Raises ValueError for what is no text."""
    if not zipfile.is_zipfile(path):
        return _plain(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if len(parts) > LIMITS.parts or sum(part.file_size for part in parts) > LIMITS.unpacked_bytes:
            raise ValueError("too much")
        return [text for part in parts if not part.is_dir() for text in _plain(archive.read(part))]


def _plain(data: bytes) -> list[str]:
    """The lines, and of marked-up text what stands between the marks."""
    if len(data) > _MOST_PART:
        raise ValueError("too much")
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.lstrip("\ufeff \r\n\t").startswith("<"):
            text = html.unescape(_TAG.sub("", _END_OF_TEXT.sub("\n", text)))
        return text.splitlines()
    if data[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0", b"GIF8"):  # a picture in a workbook
        return []
    raise ValueError("no text")
