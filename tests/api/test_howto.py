"""Do the examples of the page on the API run as they stand there?"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from programs import Program
from pytest_django.live_server_helper import LiveServer

from shutaf.bodies.models import Body
from town import build_town

PAGE = (Path(__file__).parents[2] / "docs/howto/use-the-api.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"^```python nightly.py\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
CURL = re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.slow
def test_the_examples_run_as_they_stand_there(live_server: LiveServer, cache_table: None) -> None:
    town = build_town()
    program = Program(town, town.editor)
    told = os.environ | {"SHUTAF_API": f"{live_server.url}/api/v1/w/{town.ref}", "SHUTAF_TOKEN": program.token}
    made = subprocess.run([sys.executable, "-c", PYTHON[0]], env=told, capture_output=True, text=True, timeout=120, check=False)
    assert made.returncode == 0, made.stderr
    assert f"{Body.present.filter(workspace=town.workspace).count()} bodies\nchanged " in made.stdout
    assert Body.present.filter(source="nightly list").count() == 1
    if shutil.which("curl") and shutil.which("bash"):
        for call in (*CURL, CURL[-1]):  # the last one twice: it is done once
            done = subprocess.run(["bash", "-c", call], env=told, capture_output=True, text=True, timeout=120, check=False)
            assert done.returncode == 0, done.stderr
        assert Body.present.filter(name="Hadar bakery").count() == 1
