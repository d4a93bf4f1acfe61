"""Does the command line behave on any terminal: aligned, cut short, or without our letters?"""

import subprocess
import sys
from pathlib import Path

import pytest

from shutaf.cli.terminal import display_width, table

COMMAND = [sys.executable, "-m", "shutaf"]


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("שָׁלוֹם", 4), ("مرحبا", 5), ("\u2068שלום\u2069", 4), ("漢字", 4), ("🌳", 2), ("e\u0301", 1), ("", 0)]
)
def test_width_is_what_the_terminal_shows(text: str, columns: int) -> None:
    assert display_width(text) == columns


def test_columns_stand_under_each_other_and_letters_keep_their_order() -> None:
    first, second = table([("שָׁלוֹם", "a"), ("bcdef", "b")]).splitlines()
    assert first == "שָׁלוֹם" + " " * 3 + "a"
    assert second == "bcdef  b"


def test_no_rows_are_no_table() -> None:
    assert table([]) == ""


@pytest.mark.slow
def test_reader_that_has_enough_ends_the_command_quietly(town: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "analyse", "network", "map.xlsx"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=town.parent
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(60) == 0
    process.stderr.close()


@pytest.mark.slow
def test_terminal_without_hebrew_letters_shows_question_marks(town: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "check", "map.xlsx", "--lang", "he"], capture_output=True, cwd=town.parent, env={"PYTHONIOENCODING": "ascii"}, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert b"12" in done.stdout
    assert b"?" in done.stdout
