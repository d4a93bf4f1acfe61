"""What is each file, by its bytes, and which sheets are in it?"""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from shutaf.imports.delimited import read_delimited
from shutaf.imports.formats import READERS, reader_of
from shutaf.imports.grid import Grid
from shutaf.imports.labelled import labelled
from shutaf.imports.limits import Limits
from shutaf.imports.notes import Notes, RefusedError
from shutaf.imports.xlsx import read_xlsx
from shutaf.imports.zips import open_zip, read_part

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_KINDS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
)
_FOLDER_ENDS = frozenset({".csv", ".tsv", ".tab"})
_WORKBOOK_ENDS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_HTML = (b"<!doctype html", b"<html", b"<?xml")


def grids_of(path: Path, notes: Notes, limits: Limits) -> tuple[str, list[Grid]]:
    """("workbook", "folder", "network" or "text", its sheets). Raises RefusedError for everything that cannot be read as a whole."""
    if path.is_dir():
        return "folder", _folder(path, notes, limits)
    data = _bytes(path, limits)
    if data.startswith(b"PK"):
        return _zipped(data, path.name, notes, limits)
    if reader := reader_of(data, path.name):
        return "network", reader(data, path.name, notes, limits)
    _refuse_others(data, path.name)
    return "text", [read_delimited(data, path.stem, notes, limits)]


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise RefusedError("file.too_big", path.name, size_bytes=size, limit_bytes=limits.file_bytes)
        if not path.is_file():
            raise RefusedError("file.unreadable", path.name)
        with path.open("rb") as stream:
            data = stream.read(limits.file_bytes + 1)
    except FileNotFoundError as why:
        raise RefusedError("file.missing", path.name) from why
    except OSError as why:
        raise RefusedError("file.unreadable", path.name) from why
    if not data.strip():
        raise RefusedError("file.empty", path.name)
    return data


def _refuse_others(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        raise RefusedError("file.password" if _ENCRYPTED in data else "file.old_excel", name)
    for mark, kind in _OTHER_KINDS:
        if data.startswith(mark):
            raise RefusedError("file.other_kind", name, kind=kind)
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_HTML):
        raise RefusedError("file.other_kind", name, kind="HTML or XML")
    if PurePosixPath(name).suffix.lower() in _WORKBOOK_ENDS:
        raise RefusedError("file.not_a_workbook", name)


def _zipped(data: bytes, name: str, notes: Notes, limits: Limits) -> tuple[str, list[Grid]]:
    with open_zip(data, name, limits) as archive:
        parts = archive.namelist()
        if "xl/workbook.xml" in parts:
            return "workbook", read_xlsx(data, name, notes, limits)
        if "xl/workbook.bin" in parts:
            raise RefusedError("file.binary_excel", name)
        if "mimetype" in parts:
            raise RefusedError("file.open_document", name)
        if "word/document.xml" in parts or "ppt/presentation.xml" in parts:
            raise RefusedError("file.other_kind", name, kind="Word or PowerPoint")
        return _zipped_files(archive, name, notes, limits)


def _zipped_files(archive: zipfile.ZipFile, name: str, notes: Notes, limits: Limits) -> tuple[str, list[Grid]]:
    """The tables in a zip; or the one network file in it, with the table of its labels where there is one."""
    parts = [PurePosixPath(part) for part in archive.namelist()]
    wanted = [part for part in parts if not part.name.startswith(".") and "__MACOSX" not in part.parts]
    tables = [part for part in wanted if part.suffix.lower() in _FOLDER_ENDS]
    networks = [part for part in wanted if part.suffix.lower() in READERS]
    grids = [read_delimited(read_part(archive, str(part), name), part.stem, notes, limits) for part in tables]
    if len(networks) == 1 and len(tables) <= 1:
        read = READERS[networks[0].suffix.lower()](read_part(archive, str(networks[0]), name), networks[0].name, notes, limits)
        return "network", labelled(read, grids[0]) if grids else read
    if not grids:
        raise RefusedError("folder.no_tables", name)
    return "folder", grids


def _folder(path: Path, notes: Notes, limits: Limits) -> list[Grid]:
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in _FOLDER_ENDS and not file.name.startswith("."))
    if not files:
        raise RefusedError("folder.no_tables", path.name)
    total = sum(file.stat().st_size for file in files)
    if total > limits.unpacked_bytes:
        raise RefusedError("file.too_big", path.name, size_bytes=total, limit_bytes=limits.unpacked_bytes)
    return [read_delimited(_bytes(file, limits), file.stem, notes, limits) for file in files]
