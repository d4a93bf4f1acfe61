"""What does an empty workbook say to somebody who has never seen one?"""

from __future__ import annotations

from pathlib import Path


def write_template(path: Path, language: str) -> None:
    raise NotImplementedError
