"""Does a workspace leave whole, and come in again as it was?"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.actions import body_change, body_remove
from shutaf.bodies.models import Body, IntegrityFact, Interest, Opportunity, RunningAction, Statement
from shutaf.partnerships.queries import situation
from shutaf.relations.models import Contact, SavedView
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


def test_an_undo_after_coming_in_puts_back_rows_of_its_own_workspace(town: Town, tmp_path: Path) -> None:
    from shutaf.accounts.deeds import deed
    from shutaf.bodies.models import Body, Person

    person = Person.present.filter(workspace=town.workspace).first()
    assert person
    before, other = person.body, Body.present.filter(workspace=town.workspace).exclude(pk=person.body_id).first()
    with deed(town.editor, "person_change") as working:
        working.change(person, body=other)
        ref = working.record.ref
    (tmp_path / "w.zip").write_bytes(workspace_export(town.owner))
    again = workspace_import(town.dana, tmp_path / "w.zip")
    assert undo(again, ref=ref).conflicts == ()
    put_back = Person.objects.get(workspace_id=again.workspace_id, ref=person.ref)
    assert (put_back.body.workspace_id, put_back.body.ref) == (again.workspace_id, before.ref)


@pytest.mark.parametrize("field", ["body_id", "workspace_id"])
def test_an_archive_cannot_name_a_row_of_another_workspace(town: Town, tmp_path: Path, field: str) -> None:
    from shutaf.accounts.models import Workspace
    from shutaf.bodies.actions import body_create
    from shutaf.bodies.models import Body

    body_create(town.elsewhere, name="elsewhere")
    foreign = Body.objects.get(workspace_id=town.elsewhere.workspace_id)
    body_change(town.editor, ref="hadar-bakery", kind="x")
    parts = members(workspace_export(town.owner))
    change = json.loads(parts["changes.jsonl"].splitlines()[-1])
    person = json.loads(parts["bodies.person.jsonl"].splitlines()[0])
    change |= {"table": "bodies.person", "ref": person["ref"], "before": {field: foreign.pk}, "after": {field: person["body_id"]}}
    parts["changes.jsonl"] = json.dumps(change).encode() + b"\n"
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    count = Workspace.objects.count()
    with pytest.raises(ExportError):
        workspace_import(town.dana, tmp_path / "bad.zip")
    assert Workspace.objects.count() == count


def test_what_was_said_and_planned_comes_along(town: Town, tmp_path: Path) -> None:
    body = Body.objects.get(workspace=town.workspace, ref="hadar-bakery")
    with deed(town.editor, "body_change") as working:
        working.create_many([
            Opportunity(body=body, title="מכרז", from_date="2027-03"),
            RunningAction(body=body, title="גג ירוק", year="2025"),
            Statement(body=body, field="motives", value=[["חיסכון", ""]], said_by="דנה", said_role="רכזת"),
            Interest(body=body, text="שעות עבודה נוחות", basis="stated"),
            IntegrityFact(body=body, text="בקשה לרישיון", source="פרוטוקול", as_of="2026-10"),
            Contact(body=body, on_date="2026-11-02", ours="דנה", theirs="הבעלים", said="מעוניינים"),
            SavedView(name="שכנים", settings={"size": "ties"}, positions={"hadar-bakery": [1.5, 2]}),
        ])  # fmt: skip
    data = workspace_export(town.owner)
    (tmp_path / "w.zip").write_bytes(data)
    assert members(workspace_export(workspace_import(town.dana, tmp_path / "w.zip"))) == members(data)
