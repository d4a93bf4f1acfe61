"""Where does the output go?"""

from __future__ import annotations

import sys
from pathlib import Path

from django.utils.translation import gettext as _

STDOUT = Path("-")


def refuse_to_overwrite(path: Path, force: bool) -> bool:
    """True, with a sentence on stderr, when the file is there and --force was not given; nothing typed is lost."""
    if path != STDOUT and path.exists() and not force:
        print(
            _("{file} is there already. Choose another name with -o, or add --force to write over it.").format(file=path), file=sys.stderr
        )
        return True
    return False


def write_bytes(path: Path, data: bytes) -> None:
    """Write to the file, or to the standard output for `-`."""
    if path == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
