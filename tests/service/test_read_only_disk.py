"""What happens when the disk turns read-only under the service, as a failing one does? It is said, and after a repair every confirmed write is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from serving import HOST, Served, Web, free_port, kill, wait_until
from stressing import amount, tell
from writers import compare, many

pytestmark = pytest.mark.stress

WRITERS = amount(8, 50)


class Disk:
    """An ext4 file system of its own in a file. broken(): it goes read-only at once, and what was not synced is lost, as when power fails."""

    def __init__(self, image: Path, folder: Path) -> None:
        self._image, self.folder = image, folder
        folder.mkdir()
        with image.open("wb") as out:
            out.truncate(64_000_000)
        self._call("mkfs.ext4", "-q", str(image))
        self.mount()

    def mount(self) -> None:
        self._call("mount", "-o", "loop,errors=remount-ro", str(self._image), str(self.folder))

    def break_(self) -> None:
        self._call("mount", "-o", "remount,abort", str(self.folder))

    def repair(self) -> None:
        """Taken off, checked, and mounted again."""
        assert wait_until(lambda: subprocess.run(["umount", str(self.folder)], capture_output=True).returncode == 0), "nobody holds it"
        self._call("fsck.ext4", "-p", "-f", str(self._image), ok=(0, 1))
        self.mount()

    def remove(self) -> None:
        subprocess.run(["umount", "-l", str(self.folder)], check=False)

    def _call(self, *command: str, ok: tuple[int, ...] = (0,)) -> None:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        if done.returncode not in ok:
            raise OSError(f"{command[0]}: {done.stderr}")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if os.geteuid() or not shutil.which("mkfs.ext4"):
        pytest.skip("a disk of its own needs the right to mount one (root) and mkfs.ext4")
    try:
        made = Disk(tmp_path / "image", tmp_path / "disk")
    except OSError as why:
        pytest.skip(f"a disk of its own cannot be mounted here: {why}")
    yield made
    made.remove()


def test_a_disk_that_turns_read_only_is_said_and_loses_nothing_confirmed(disk: Disk, served_in: Callable[[Path], Served]) -> None:
    serving = served_in(disk.folder / "home")
    session, ref = serving.seed()
    child, port = serving.start()
    writers, end = many(WRITERS, lambda: port, session, ref)
    while sum(writer.confirmed for writer in writers) < 3 * WRITERS:
        time.sleep(0.1)
    disk.break_()
    time.sleep(2)
    end()
    told = Web(port, session, language="he").post(f"/w/{ref}/new/body/", {"name": "שם", "change_agent": "unknown", "invite": "unknown"})
    assert (told.status, told.headers["Retry-After"]) == (503, "120")
    assert "הדיסק אינו מקבל נתונים כרגע" in told.text
    refused = sum(writer.refused for writer in writers)
    assert refused, "writes met the fault"
    kill(child)

    disk.repair()
    child, port = serving.start()
    assert Web(port, session).ask("GET", f"/w/{ref}/bodies/").status == 200
    found = compare(serving, ref, writers)
    tell(
        "read-only disk",
        f"{WRITERS} writers when it turned: {found.confirmed} confirmed, {refused} told 503; after the repair each confirmed one there, none half",
    )


def test_a_start_on_a_read_only_home_is_told_and_ends(small_disk: Path, served_in: Callable[[Path], Served]) -> None:
    serving = served_in(small_disk / "home")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    command = [sys.executable, "-m", "shutaf", "serve", "--no-worker"]
    done = subprocess.run(command, env=serving.environment | {"SHUTAF_LANG": "en"}, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"The home {serving.home} cannot be written (Read-only file system).")
    assert len(done.stderr.splitlines()) == 1


def test_a_start_without_its_database_is_told_and_ends(tmp_path: Path) -> None:
    serving = Served(tmp_path / "home", f"postgres://shutaf@{HOST}:{free_port()}/shutaf")
    command = [sys.executable, "-m", "shutaf", "serve", "--no-worker"]
    done = subprocess.run(command, env=serving.environment | {"SHUTAF_LANG": "en"}, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The database does not answer: connection failed")
    assert "Traceback" not in done.stderr
