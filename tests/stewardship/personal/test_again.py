"""Does somebody who was erased come back by a restore, an undo, the trash, an old archive or an old file?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planting import EMAIL, NAME, PHONE, SENTENCE
from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Person as PersonRecord
from shutaf.bodies.models import Body, Person
from shutaf.partnerships.queries import situation
from shutaf.stewardship.actions import batch_accept
from shutaf.stewardship.backup import backup, restore
from shutaf.stewardship.export import workspace_export, workspace_import
from shutaf.stewardship.models import Erased
from shutaf.stewardship.personal import keys
from shutaf.stewardship.personal.actions import person_erase
from shutaf.stewardship.personal.found import person_found
from shutaf.stewardship.personal.who import Who
from shutaf.stewardship.undo import rows_restore, undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

WHO = Who((NAME,), (EMAIL,), (PHONE,))


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path: Path, settings: Any) -> None:
    settings.SHUTAF_HOME, settings.FILES = tmp_path, tmp_path / "files"


def written(viewer: Viewer) -> tuple[Person, str]:
    """The person, and the deed that wrote them and a sentence about them down."""
    body = Body.present.filter(workspace_id=viewer.workspace_id)[0]
    with deed(viewer, "person_save", about=NAME) as working:
        row = working.create(Person(name=NAME, email=EMAIL, phone=PHONE, body=body))
        working.change(body, source=SENTENCE)
        return row, working.record.ref


@pytest.mark.django_db(transaction=True)
def test_a_backup_from_before_comes_back_without_them(tmp_path: Path) -> None:
    town = build_town()
    written(town.editor)
    backup(tmp_path / "before.zip")
    person_erase(town.editor, who=WHO)
    restore(tmp_path / "before.zip", is_forced=True)
    assert person_found(town.editor, WHO).total == 0
    assert Erased.objects.filter(workspace=town.workspace).count() == 3  # the list is whole again, not as old as the backup


@pytest.mark.django_db(transaction=True)
def test_without_the_list_of_this_home_the_backup_would_bring_them_back(tmp_path: Path) -> None:
    town = build_town()
    written(town.editor)
    backup(tmp_path / "before.zip")
    person_erase(town.editor, who=WHO)
    (keys.folder() / "list").unlink()
    restore(tmp_path / "before.zip", is_forced=True)
    assert person_found(town.editor, WHO).total > 0


def test_no_undo_and_no_way_out_of_the_trash_brings_them_back(town: Town) -> None:
    row, made = written(town.editor)
    with deed(town.editor, "person_remove") as working:
        working.remove(row)
    removed = working.record.ref
    with deed(town.editor, "body_change") as working:
        working.change(Body.present.filter(workspace=town.workspace)[0], source="later")
    changed = working.record.ref
    done = person_erase(town.editor, who=WHO)
    for ref in (changed, removed, made, done.deed_ref):
        undo(town.editor, ref=ref, is_confirmed=True)
    with pytest.raises(Exception, match="row"):
        rows_restore(town.editor, rows=(("bodies.person", row.ref),))
    assert person_found(town.editor, WHO).total == 0


def test_an_archive_from_before_comes_in_without_them(town: Town, tmp_path: Path) -> None:
    written(town.editor)
    (tmp_path / "before.zip").write_bytes(workspace_export(town.owner))
    person_erase(town.editor, who=WHO)
    came = workspace_import(town.dana, tmp_path / "before.zip")
    assert person_found(came, WHO).total == 0
    assert len(situation(came).bodies) == len(situation(town.owner).bodies)


def test_an_old_file_brings_the_body_and_not_the_person(town: Town) -> None:
    written(town.editor)
    before = situation(town.editor)
    person_erase(town.editor, who=WHO)
    body = replace(before.bodies[1], source=SENTENCE)
    person = PersonRecord(ref="p-old", name=NAME, body=body.ref, email=EMAIL)
    other = PersonRecord(ref="p-new", name="רות אחרת", body=body.ref)
    batch_accept(town.editor, incoming=replace(before, bodies=(body, *before.bodies[2:]), people=(person, other)), about="old.xlsx")
    assert person_found(town.editor, WHO).total == 0
    assert Person.present.filter(workspace=town.workspace, name="רות אחרת").exists()


def test_a_key_says_nothing_without_the_key_of_the_home(town: Town, tmp_path: Path, settings: Any) -> None:
    here = keys.hash_of("name", NAME)
    settings.SHUTAF_HOME = tmp_path / "another"
    assert keys.hash_of("name", NAME) != here
    assert (keys.folder() / "key").stat().st_mode & 0o077 == 0


def test_a_line_that_a_crash_cut_off_hides_no_other(town: Town) -> None:
    keys.write_down("w1", ["a" * 64])
    path = keys.folder() / "list"
    path.write_text(path.read_text() + '["w1", "bbb', encoding="ascii")
    keys.write_down("w1", ["c" * 64])
    assert keys.written_down() == {"w1": frozenset({"a" * 64, "c" * 64})}
