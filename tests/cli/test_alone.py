"""The brief and the library need nothing else: no server, no database, no network, no place to write but their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NO_CONNECTION = """import socket
def refuse(*_):
    raise OSError("a connection was tried")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
"""


@pytest.mark.slow
@pytest.mark.parametrize("form", ["html", "pdf", "docx", "xlsx"])
def test_brief_is_written_without_database_network_or_home(form: str, town: Path) -> None:
    alone(town.parent, "brief", "map.xlsx", "-o", f"brief.{form}")
    assert (town.parent / f"brief.{form}").stat().st_size > 5_000


@pytest.mark.slow
@pytest.mark.parametrize("form", ["zip", "docx"])
def test_library_is_written_without_database_network_or_home(form: str, tmp_path: Path) -> None:
    alone(tmp_path, "guide", "--reader", "business", "-o", f"guide.{form}")
    assert (tmp_path / f"guide.{form}").stat().st_size > 5_000


def alone(folder: Path, *words: str) -> None:
    """The command in a process that can reach nothing and may write nowhere but in its folder."""
    home, site = folder / "home", folder / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(NO_CONNECTION, encoding="utf-8")
    home.mkdir(mode=0o500)
    outside = {
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
        "HOME": str(home),
        "PYTHONPATH": str(site),
        "TMPDIR": "/nowhere",
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "-m", "shutaf", *words]
    done = subprocess.run(command, env=outside, cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert list(home.iterdir()) == []
