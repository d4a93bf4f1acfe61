"""What the tests of pages share: `import walk_table` or `visiting` from any of them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from django.core.management import call_command


@pytest.fixture
def cache_table(db: None) -> None:
    """Where rates and what is remembered between processes lie; no model's table, so no migration makes it."""
    call_command("createcachetable", verbosity=0)
