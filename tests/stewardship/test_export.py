"""Does a workspace leave whole, and come in again as it was?"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.actions import body_change, body_remove
from shutaf.partnerships.queries import situation
from shutaf.stewardship.export import ExportError, workspace_export, workspace_import
from shutaf.stewardship.undo import undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_workspace_comes_in_again_as_it_left(town: Town, tmp_path: Path) -> None:
    body_change(town.editor, ref="hadar-bakery", kind="קונדיטוריה")
    removed = body_remove(town.editor, ref="fig-cafe")
    data = workspace_export(town.owner)
    (tmp_path / "w.zip").write_bytes(data)
    again = workspace_import(town.dana, tmp_path / "w.zip")
    assert situation(again) == situation(town.owner)
    assert members(workspace_export(again)) == members(data)
    undo(again, ref=removed)  # history came along
    assert "fig-cafe" in situation(again).body_by_ref
    assert "fig-cafe" not in situation(town.owner).body_by_ref


def test_only_an_owner_takes_everything(town: Town) -> None:
    for who in (town.editor, town.viewer, town.partner, town.link("x")):
        with pytest.raises(NotAllowedError):
            workspace_export(who)


def test_a_damaged_file_makes_no_workspace(town: Town, tmp_path: Path) -> None:
    from shutaf.accounts.models import Workspace

    parts = members(workspace_export(town.owner))
    parts["relations.tie.jsonl"] = b'{"ref": "t1"}\n'
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    before = Workspace.objects.count()
    with pytest.raises(ExportError):
        workspace_import(town.dana, tmp_path / "bad.zip")
    assert Workspace.objects.count() == before
