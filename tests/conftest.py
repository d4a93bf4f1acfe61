"""What every test may ask for: gettext with its settings, the shared data, the small town of `world.py`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import django
import pytest
from django.conf import settings
from hypothesis import settings as drawing

if TYPE_CHECKING:
    from town import Town

ROOT = Path(__file__).resolve().parents[1]

drawing.register_profile("shutaf", deadline=None)  # no test fails because a machine is busy
drawing.load_profile("shutaf")

sys.path.insert(0, str(Path(__file__).parent))  # `import world` from any room
os.environ.pop("SHUTAF_LANG", None)  # a developer's own language decides no test
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shutaf.config.settings")
if "PYTEST_XDIST_WORKER" in os.environ:  # each process has a home of its own; it would inherit the first one's
    os.environ["SHUTAF_HOME"] = tempfile.mkdtemp(prefix="shutaf-tests-")
HOME = os.environ.setdefault("SHUTAF_HOME", tempfile.mkdtemp(prefix="shutaf-tests-"))
os.environ.setdefault("SHUTAF_SECRET_KEY", "only for tests")
django.setup()
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody is kept out of a test, and it must not take seconds

from django.conf import settings  # noqa: E402

# pytest-django reads the settings before this file runs
settings.SECRET_KEY, settings.SHUTAF_HOME, settings.FILES = os.environ["SHUTAF_SECRET_KEY"], Path(HOME), Path(HOME) / "files"
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a slow hash protects people, not fixtures


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the repository; SHUTAF_TEST_DATA names another."""
    folder = Path(os.environ.get("SHUTAF_TEST_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("the shared data are not here; SHUTAF_TEST_DATA may name their folder")
    return folder


@pytest.fixture
def town(db: None) -> Town:
    """A workspace filled with the example town, and its cast (`town.py`)."""
    from town import build_town

    return build_town()
