"""What keeps the processes that serve alive, and apart."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shutaf.cli import service


def test_a_child_that_dies_is_started_again_later_and_later(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(service.time, "monotonic", lambda: now[0])
    child = service.Again([sys.executable, "-c", "pass"])
    starts = []
    for _ in range(400):
        child.child.wait()
        before = child.child
        child.look()
        starts += [now[0]] if child.child is not before else []
        now[0] += 0.25
    assert [round(later - earlier) for earlier, later in zip([0.0, *starts], starts, strict=False)][:5] == [1, 2, 5, 10, 30]


def test_a_child_that_lived_long_is_started_again_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(service.time, "monotonic", lambda: now[0])
    child = service.Again([sys.executable, "-c", "pass"])
    child._tries = 4
    now[0] = service.STEADY_SECONDS + 1
    child.child.wait()
    child.look()
    now[0] += service.RESTART_SECONDS[0]
    before = child.child
    child.look()
    assert child.child is not before
    child.child.wait()


HOLD = """
import django, sys, time
django.setup()
from shutaf.cli import home
try:
    home.claim_home()
except home.HomeInUseError:
    sys.exit(7)
print("held", flush=True)
time.sleep(float(sys.argv[1]))
"""


def test_a_home_is_served_by_one_process_until_it_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUTAF_HOME", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    first = subprocess.Popen([sys.executable, "-c", HOLD, "60"], stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None
    assert first.stdout.readline() == "held\n"
    assert subprocess.run([sys.executable, "-c", HOLD, "0"], check=False).returncode == 7
    first.kill()
    first.wait()
    first.stdout.close()
    assert subprocess.run([sys.executable, "-c", HOLD, "0"], check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ("tick",),
        ("erase", "--name", "Dana"),
        ("factor", "dana@town.example"),
        ("rows", "wx", "bodies.body"),
        ("do", "wx", "body_create"),
        ("backup", "all.zip"),
    ],
)
def test_a_command_on_a_home_that_never_served_says_so_in_one_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "SHUTAF_HOME": str(tmp_path), "SHUTAF_LANG": "en", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-m", "shutaf", *words], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"The database of {tmp_path} is not ready")
    assert len(done.stderr.strip().splitlines()) == 1
