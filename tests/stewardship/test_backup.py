"""Does everything come back from a backup, and is a bad archive refused whole?"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from shutaf.accounts.models import Deed, User, Workspace
from shutaf.bodies.actions import body_change
from shutaf.partnerships.queries import situation
from shutaf.stewardship.backup import BackupError, backup, is_empty, restore, verify
from town import build_town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sql]


@pytest.fixture
def archive(tmp_path: Path, settings: object) -> Path:
    settings.FILES = tmp_path / "files"  # type: ignore[attr-defined]
    (tmp_path / "files/uploads").mkdir(parents=True)
    (tmp_path / "files/uploads/one.csv").write_text("שם\nקפה\n", encoding="utf-8")
    town = build_town()
    body_change(town.editor, ref="hadar-bakery", kind="קונדיטוריה")
    backup(tmp_path / "all.zip")
    return tmp_path / "all.zip"


def test_everything_comes_back(archive: Path, tmp_path: Path) -> None:
    user = User.objects.get(email="dana@ein-haruv.example")
    before = (Deed.objects.count(), Workspace.objects.get(members__user=user).revision)
    (tmp_path / "files/uploads/one.csv").unlink()
    kept = restore(archive, is_forced=True)
    from shutaf.accounts.queries import member_viewer

    workspace = Workspace.objects.get(members__user__email="dana@ein-haruv.example")
    viewer = member_viewer(User.objects.get(email="dana@ein-haruv.example"), workspace.ref)
    assert viewer
    assert situation(viewer[0]).body_by_ref["hadar-bakery"].kind == "קונדיטוריה"
    assert (Deed.objects.count(), workspace.revision) == before
    assert (tmp_path / "files/uploads/one.csv").read_text(encoding="utf-8") == "שם\nקפה\n"
    assert kept.files == 1
    body_change(viewer[0], ref="hadar-bakery", kind="שוב")  # new rows get new keys after a restore


def test_a_home_with_data_is_not_written_over(archive: Path) -> None:
    assert not is_empty()
    with pytest.raises(BackupError, match="not_empty"):
        restore(archive)


def test_a_changed_byte_is_found(archive: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(bad, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace("קונדיטוריה".encode(), "קונדיטוריא".encode()) if "body" in name else data)
    with pytest.raises(BackupError, match="wrong_sum"):
        verify(bad)


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil", "files/..\\evil"])
def test_an_archive_that_reaches_outside_is_refused(archive: Path, tmp_path: Path, name: str) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(bad, "w") as new:
        manifest = json.loads(old.read("manifest.json"))
        manifest["members"][name] = {"sha256": "0" * 64, "bytes": 1, "rows": 0}
        for member in old.namelist():
            new.writestr(member, json.dumps(manifest) if member == "manifest.json" else old.read(member))
        new.writestr(name, "x")
    with pytest.raises(BackupError, match=r"unsafe_name|other_members"):
        restore(bad, is_forced=True)


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("no zip")
    with pytest.raises(BackupError, match="not_a_backup"):
        verify(tmp_path / "text.zip")


def test_a_broken_stream_is_told_as_a_wrong_sum(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as old:
        body = old.getinfo("data/bodies.body.jsonl")
    data = bytearray(archive.read_bytes())
    middle = body.header_offset + body.compress_size // 2
    data[middle : middle + 40] = bytes(40)
    (tmp_path / "broken.zip").write_bytes(data)
    with pytest.raises(BackupError, match=r"wrong_sum: data/bodies\.body"):
        verify(tmp_path / "broken.zip")


def test_a_manifest_that_unpacks_to_too_much_is_refused_unread(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("manifest.json", b" " * (64 * 2**20 + 1))
    with pytest.raises(BackupError, match="other_size"):
        verify(tmp_path / "bomb.zip")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_stands_twice_is_refused(archive: Path) -> None:
    with zipfile.ZipFile(archive, "a") as made:
        made.writestr("data/bodies.body.jsonl", b"")
    with pytest.raises(BackupError, match="other_members"):
        verify(archive)


def test_a_file_erased_meanwhile_is_left_out(tmp_path: Path, settings: object, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    settings.FILES = folder  # type: ignore[attr-defined]
    for name in "ab":
        (folder / name).write_bytes(b"x")
    is_file = Path.is_file

    def erased(path: Path) -> bool:
        there = is_file(path)
        if path.name == "a" and there:
            path.unlink()
        return there

    monkeypatch.setattr(Path, "is_file", erased)
    backup(tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert [name for name in archive.namelist() if name.startswith("files/")] == ["files/b"]
