"""How much does a stress test do? A short form in `dev/test --all`, the full one in `dev/stress`; and what it measured is told."""

from __future__ import annotations

import json
import os
from pathlib import Path

FULL = os.environ.get("SHUTAF_STRESS") == "full"


def amount(short: int, full: int) -> int:
    return full if FULL else short


def tell(promise: str, figures: str) -> None:
    """Print what was measured; `dev/stress` collects it for docs/explain/trust.md under the name of the promise."""
    print(f"{promise}: {figures}")
    if file := os.environ.get("SHUTAF_FIGURES"):
        with Path(file).open("a", encoding="utf-8") as out:
            out.write(json.dumps({"promise": promise, "figures": figures, "full": FULL}, ensure_ascii=False) + "\n")
