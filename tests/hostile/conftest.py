"""The hostile tests walk the same addresses as the cast of `tests/web`: `import walk_table` from any of them."""

import sys
from pathlib import Path

for room in ("hostile", "web"):
    sys.path.insert(0, str(Path(__file__).parents[1] / room))
