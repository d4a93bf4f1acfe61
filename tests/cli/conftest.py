"""How tests call the command line: in this process, in a folder of their own, with Dana's town as a workbook."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import world
from shutaf.cli import main
from shutaf.reports.workbook import write_workbook


@dataclass(frozen=True)
class Answer:
    """What a call left behind: its exit code and what it wrote to both outputs."""

    code: int
    bytes_out: bytes
    err: str

    @property
    def out(self) -> str:
        return self.bytes_out.decode()


@pytest.fixture(scope="session")
def _written_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("town") / "map.xlsx"
    write_workbook(world.town(), path, "he")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder one stands in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def town(folder: Path, _written_town: Path) -> Path:
    """Dana's town as map.xlsx in the folder one stands in."""
    return Path(shutil.copy(_written_town, folder / "map.xlsx"))


@pytest.fixture
def shutaf(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Answer]:
    """shutaf("brief", "map.xlsx", "--lang", "en") runs the command and returns its Answer."""

    def call(*words: str) -> Answer:
        code = main([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Answer(code, out, err.decode())

    return call
