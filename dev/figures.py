"""What did the stress tests measure? One line a promise, as it may stand in docs/explain/trust.md."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path


def main(file: str) -> None:
    print(f"\nMeasured {date.today():%-d %B %Y}:")  # noqa: DTZ011 - the day of whoever reads it
    for line in Path(file).read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        print(f"- {told['promise']}: {told['figures']}{'' if told['full'] else ' (short form)'}")


if __name__ == "__main__":
    main(sys.argv[1])
