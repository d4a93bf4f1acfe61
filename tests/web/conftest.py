"""What the tests of pages share: `import walk_table` from any of them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
