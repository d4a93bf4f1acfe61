"""What the tests of the API share: `import programs` from any of them, and the table that counts questions."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from django.core.management import call_command


@pytest.fixture(autouse=True)
def cache_table(db: None) -> None:
    """Where rates lie; no model's table, so no migration makes it."""
    call_command("createcachetable", verbosity=0)
