"""Does any file that somebody was sent take the machine down, leave its folder, or end in anything but a reading or a refusal?

The files are what the program itself writes, of every form, spoilt ten ways, also inside a zip whose sums are right. A child reads them, with a limit of memory
and of processor seconds that the system holds: what passes it dies and is told by its number.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from shutaf.imports.example import example_situation
from shutaf.reports.formats import FORMATS
from shutaf.reports.workbook import write_workbook
from stressing import amount, tell

CHILD = Path(__file__).with_name("fuzzed_files.py")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with one file of each form."""
    write_workbook(example_situation(), tmp_path / "seed-book.xlsx", "he")
    for name, form in FORMATS.items():
        (tmp_path / f"seed-{name}{form.suffix}").write_bytes(form.write(example_situation(), "he"))
    (tmp_path / "seed-list.csv").write_text(
        "שם,מגזר,עיר,טלפון\nמאפיית הדר,עסקי,חיפה,04-5550100\nGreen Circle,civil society,,\n", encoding="utf-8"
    )
    (tmp_path / "seed-old.csv").write_bytes("שם;מגזר\nמאפייה;עסקי\n".encode("windows-1255"))
    return tmp_path


def read_by_child(folder: Path, seed: int, count: int) -> dict[str, int]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "OPENBLAS_NUM_THREADS": "1"}  # its threads reserve memory each
    done = subprocess.run(
        [sys.executable, str(CHILD), str(folder), str(seed), str(count)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"ended with {done.returncode} at {done.stderr[-2000:]}"
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.stress
def test_no_spoilt_file_takes_the_machine_down(seeds: Path) -> None:
    tries = amount(250, 20_000)
    said = read_by_child(seeds, 20261126, tries)
    tell(
        "No file takes the machine down",
        f"{tries} spoilt files of {len(list(seeds.glob('seed*')))} forms: {said['read']} read, {said['refused']} refused, at most {said['most_mb']} MB",
    )
    assert said["read"] + said["refused"] == tries
    assert said["refused"] > tries / 10
    assert said["read"] > tries / 20


def test_a_child_that_takes_too_much_is_noticed(tmp_path: Path) -> None:
    """Else the limits would be words."""
    greedy = tmp_path / "greedy.py"
    greedy.write_text("import resource\nresource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))\nbytearray(2 * 2**30)\n", encoding="utf-8")
    assert subprocess.run([sys.executable, str(greedy)], capture_output=True, check=False).returncode
