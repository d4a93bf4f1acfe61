"""What every test may ask for: gettext with its settings, the shared data, the small town of `world.py`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django
import pytest

ROOT = Path(__file__).resolve().parents[1]

sys.path.insert(0, str(Path(__file__).parent))  # `import world` from any room
os.environ.pop("SHUTAF_LANG", None)  # a developer's own language decides no test
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shutaf.config.settings")
django.setup()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the repository; SHUTAF_TEST_DATA names another."""
    folder = Path(os.environ.get("SHUTAF_TEST_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("the shared data are not here; SHUTAF_TEST_DATA may name their folder")
    return folder
