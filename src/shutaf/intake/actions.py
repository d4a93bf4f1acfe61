"""What changes about what waits: uploads on their way in, and what bodies propose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.intake.files import forget, keep
from shutaf.intake.models import Remembered, Upload


def upload_make(viewer: Viewer, *, files: Sequence[tuple[str, Iterable[bytes]]]) -> str:
    """Keep files on their way in; returns the upload's ref. Raises UploadTooLargeError, and then nothing is kept."""
    with deed(viewer, "upload_make", about=", ".join(name for name, _ in files)) as working:
        folder, names = keep(files)
        row: Upload = working.create(Upload(name=" + ".join(names)[:300], folder=folder))
        return row.ref


def _upload(viewer: Viewer, ref: str) -> Upload:
    row = Upload.present.filter(workspace_id=viewer.workspace_id, ref=ref, state="open").first()
    if not isinstance(row, Upload):
        raise NotAllowedError("upload")
    return row


def upload_tell(
    viewer: Viewer,
    *,
    ref: str,
    mapping: Mapping[str, str] | None = None,
    sector_map: Mapping[str, str] | None = None,
    mends: Sequence[Sequence[Any]] = (),
) -> None:
    """Say more about an upload: which column is which, what a word means as a sector, what shall stand in a cell (sheet, row, column, text)."""
    with deed(viewer, "upload_tell") as working:
        row = _upload(viewer, ref)
        working.record.about = row.name
        working.record.save(update_fields=["about"])
        told = {
            "mapping": {**row.told.get("mapping", {}), **(mapping or {})},
            "sector_map": {**row.told.get("sector_map", {}), **(sector_map or {})},
        }
        told["mapping"] = {ours: theirs for ours, theirs in told["mapping"].items() if theirs}
        kept = {tuple(one[:3]): list(one) for one in (*row.mends, *mends)}
        working.change(row, told=told, mends=list(kept.values()))


def upload_drop(viewer: Viewer, *, ref: str) -> None:
    """The file is forgotten; nothing entered the map."""
    with deed(viewer, "upload_drop") as working:
        row = _upload(viewer, ref)
        working.record.about = row.name
        working.record.save(update_fields=["about"])
        working.change(row, state="dropped")
        transaction.on_commit(lambda: forget(row.folder))


def upload_accepted(viewer: Viewer, *, ref: str, deed_ref: str, signature: str = "", told: Mapping[str, Any] | None = None) -> None:
    """Note which batch a file became, remember what was told of its columns for the next one like it, and forget the file."""
    with deed(viewer, "upload_accepted") as working:
        row = _upload(viewer, ref)
        working.change(row, state="accepted", accepted_as=deed_ref)
        if signature and told:
            known = Remembered.present.filter(workspace_id=viewer.workspace_id, signature=signature).first()
            if known is None:
                working.create(Remembered(signature=signature, told=dict(told)))
            else:
                working.change(known, told=dict(told))
        transaction.on_commit(lambda: forget(row.folder))
