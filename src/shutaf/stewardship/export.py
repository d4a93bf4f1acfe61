"""How does one workspace leave whole, and come in again? Rows by their refs as JSON lines, with who did what; no account goes along."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.dateparse import parse_datetime

from shutaf.accounts.actions import workspace_create
from shutaf.accounts.models import Change, Deed, User, Workspace
from shutaf.accounts.queries import revision_now, workspace_facts
from shutaf.accounts.rows import Row, of_json
from shutaf.accounts.rules import may_export
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.stewardship.personal.again import again_from
from shutaf.stewardship.queries import TABLES, model_of

FORMAT = 2  # 1 carried row numbers of the old database in its changes
MOST_BYTES = 2**30
LEFT_OUT = frozenset({"intake.upload"})
"""Files on their way in stay behind; so do rows that nobody may read yet (`Row.sealed`), such as ratings of an open round."""


class ExportError(ValueError):
    """An archive that is not a workspace of ours."""


def workspace_export(viewer: Viewer) -> bytes:
    """Everything of the workspace as a zip. Owners, jobs, and tokens of owners with the scope for it."""
    if not may_export(viewer):
        raise NotAllowedError("may_export")
    facts = workspace_facts(viewer)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        about = {
            "format": FORMAT, "name": facts.name, "language": facts.language, "time_zone": facts.time_zone, "is_fictional": facts.is_fictional,
            "revision": revision_now(viewer), "tables": [table for table in TABLES if table not in LEFT_OUT],
        }  # fmt: skip
        archive.writestr(_member("workspace.json"), json.dumps(about, ensure_ascii=False, indent=1))
        archive.writestr(_member("deeds.jsonl"), "".join(_deeds(viewer)))
        for table in TABLES:
            if table not in LEFT_OUT:
                archive.writestr(_member(f"{table}.jsonl"), "".join(_rows(viewer, table)))
        archive.writestr(_member("changes.jsonl"), "".join(_changes(viewer)))
    return out.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    """A member without a date, so that the same workspace makes the same archive."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


_DEED = ("ref", "name", "about", "revision", "by", "role", "kind", "is_batch")


def _deeds(viewer: Viewer) -> Iterator[str]:
    for deed in Deed.objects.filter(workspace_id=viewer.workspace_id).select_related("undone_by").order_by("revision", "pk"):
        yield _line(
            {name: getattr(deed, name) for name in _DEED}
            | {"at": deed.at.isoformat(), "undone_by": deed.undone_by.ref if deed.undone_by else ""}
        )


def _rows(viewer: Viewer, table: str) -> Iterator[str]:
    model = model_of(table)
    refs = {name: dict(target.objects.filter(workspace_id=viewer.workspace_id).values_list("pk", "ref")) for name, target in _links(model)}
    rows = _told(viewer, table).select_related("created_in", "changed_in", "removed_in").order_by("pk")
    for row in rows.iterator(chunk_size=2000):
        content = row.as_json()
        for name in refs:
            content[name] = refs[name].get(content[name], "") if content[name] is not None else None
        yield _line(content | {"deeds": [row.created_in.ref, row.changed_in.ref, row.removed_in.ref if row.removed_in else ""]})


def _told(viewer: Viewer, table: str) -> Any:
    """Rows of a table, but not those that nobody may read yet."""
    model = model_of(table)
    return model.objects.filter(workspace_id=viewer.workspace_id).exclude(model.sealed())


def _links(model: type[Row]) -> list[tuple[str, type[Row]]]:
    """(attribute, table) of the links to other rows."""
    return [(field.attname, field.related_model) for field in model.content_fields() if field.is_relation]  # type: ignore[misc]


def _changes(viewer: Viewer) -> Iterator[str]:
    refs = {table: dict(_told(viewer, table).values_list("pk", "ref")) for table in TABLES}
    for change in Change.objects.filter(deed__workspace_id=viewer.workspace_id).select_related("deed").order_by("pk"):
        if change.table in LEFT_OUT or change.row_id not in refs[change.table]:
            continue
        links = {name: refs[target._meta.label_lower] for name, target in _links(model_of(change.table))}
        told = {"deed": change.deed.ref, "table": change.table, "ref": refs[change.table][change.row_id], "kind": change.kind}
        yield _line(told | {"before": _exchanged(change.before, links), "after": _exchanged(change.after, links)})


def _exchanged(values: dict[str, Any], links: dict[str, dict[Any, Any]]) -> dict[str, Any]:
    """The values with each link said the other way: a row's number as its ref, or back. KeyError when there is no such row."""
    return {name: links[name][value] if name in links and value is not None else value for name, value in values.items()}


def workspace_import(owner: User, path: Path) -> Viewer:
    """A new workspace with everything of the archive, owned by this user; all of it or nothing. Raises ExportError."""
    try:
        with zipfile.ZipFile(path) as archive, transaction.atomic():
            if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
                raise ExportError("too large")
            return _read(owner, archive)
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile, OSError) as failure:
        raise ExportError(str(failure)) from None


def _lines(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, Any]]:
    with archive.open(name) as member:
        for line in io.TextIOWrapper(member, encoding="utf-8"):
            yield json.loads(line)


def _read(owner: User, archive: zipfile.ZipFile) -> Viewer:
    about = json.loads(archive.read("workspace.json"))
    if about["format"] != FORMAT:
        raise ExportError("other format")
    viewer = workspace_create(
        owner, name=about["name"], language=about["language"], is_fictional=about["is_fictional"], time_zone=about["time_zone"]
    )
    deeds = _read_deeds(viewer, archive)
    for table in about["tables"]:
        _read_rows(viewer, archive, table, deeds)
    _read_changes(viewer, archive, deeds)
    again_from(viewer, deeds)
    Workspace.objects.filter(pk=viewer.workspace_id).update(revision=about["revision"])
    return viewer


def _read_deeds(viewer: Viewer, archive: zipfile.ZipFile) -> dict[str, Deed]:
    found, undone = {}, {}
    for line in _lines(archive, "deeds.jsonl"):
        deed = Deed.objects.create(workspace_id=viewer.workspace_id, **{name: line[name] for name in _DEED})
        Deed.objects.filter(pk=deed.pk).update(at=parse_datetime(line["at"]))
        found[deed.ref] = deed
        undone[deed.ref] = line["undone_by"]
    for ref, by in undone.items():
        if by:
            Deed.objects.filter(pk=found[ref].pk).update(undone_by=found[by])
    return found


def _read_rows(viewer: Viewer, archive: zipfile.ZipFile, table: str, deeds: dict[str, Deed]) -> None:
    if table not in TABLES or table in LEFT_OUT:
        raise ExportError(table)
    model = model_of(table)
    fields = {field.attname: field for field in model.content_fields()}
    ids = {name: dict(target.objects.filter(workspace_id=viewer.workspace_id).values_list("ref", "pk")) for name, target in _links(model)}
    rows = []
    for line in _lines(archive, f"{table}.jsonl"):
        made, changed, removed = line.pop("deeds")
        values = {
            name: (ids[name][value] if value else None) if name in ids else of_json(fields[name], value) for name, value in line.items()
        }
        row = model(workspace_id=viewer.workspace_id, **values)
        row.created_in, row.changed_in = deeds[made], deeds[changed]
        row.removed_in = deeds[removed] if removed else None
        rows.append(row.settle().arriving())
    model.objects.bulk_create(rows, batch_size=2000)


def _read_changes(viewer: Viewer, archive: zipfile.ZipFile, deeds: dict[str, Deed]) -> None:
    ids = {table: dict(model_of(table).objects.filter(workspace_id=viewer.workspace_id).values_list("ref", "pk")) for table in TABLES}
    Change.objects.bulk_create((_change(line, ids, deeds) for line in _lines(archive, "changes.jsonl")), batch_size=2000)


def _change(line: dict[str, Any], ids: dict[str, dict[Any, Any]], deeds: dict[str, Deed]) -> Change:
    """One change whose row, links and fields are of this workspace and this table. Raises ExportError or KeyError."""
    table, before, after = line["table"], line["before"], line["after"]
    known = {field.attname for field in model_of(table).content_fields()} if table in TABLES and table not in LEFT_OUT else set()
    if not known or set(before) != set(after) or not set(after) <= known or line["kind"] not in ("changed", "removed", "restored"):
        raise ExportError(f"{table}: {line['kind']}")
    links = {name: ids[target._meta.label_lower] for name, target in _links(model_of(table))}
    return Change(
        deed=deeds[line["deed"]], table=table, row_id=ids[table][line["ref"]], kind=line["kind"], before=_exchanged(before, links),
        after=_exchanged(after, links),
    )  # fmt: skip
