"""Does dev/mutate find the tests of a method file?"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from source import ROOT

spec = importlib.util.spec_from_file_location("mutate", ROOT / "dev/mutate.py")
assert spec is not None
assert spec.loader is not None
mutate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(mutate)


def test_a_method_is_held_by_the_tests_of_its_name_and_its_own_examples() -> None:
    file = Path("src/shutaf/analysis/network/density.py")
    assert mutate.tests_of(file) == ["tests/analysis/network/test_density.py", str(file)]


def test_a_method_without_tests_is_held_by_its_examples() -> None:
    file = Path("src/shutaf/analysis/network/no_such_method.py")
    assert mutate.tests_of(file) == [str(file)]
