"""The brief needs a file and nothing else: no server, no database, no network, no place to write but its own."""

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
    home, site = town.parent / "home", town.parent / "site"
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
    command = [sys.executable, "-m", "shutaf", "brief", "map.xlsx", "-o", f"brief.{form}"]
    done = subprocess.run(command, env=outside, cwd=town.parent, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert (town.parent / f"brief.{form}").stat().st_size > 5_000
    assert list(home.iterdir()) == []
