"""What the contract tests read: the committed files, the source as syntax trees, the pages of docs."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/shutaf"


@cache
def committed() -> tuple[Path, ...]:
    """The files git knows and that are there; skips outside a clone."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not a git clone: nothing says which files are committed")
    return tuple(path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules(*rooms: str) -> Iterator[Path]:
    """The Python files of the rooms, of the whole package without one; migrations are made by Django and left out."""
    for room in rooms or (".",):
        yield from (path for path in sorted((PACKAGE / room).rglob("*.py")) if "migrations" not in path.parts)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def pages() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@cache
def reference() -> str:
    """All pages of docs/reference as one text."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/reference").glob("*.md")))


def section(text: str, heading: str) -> str:
    """What stands under a second-level heading, up to the next."""
    start = text.index(f"\n## {heading}\n")
    return text[start : text.find("\n## ", start + 4)] if text.find("\n## ", start + 4) > 0 else text[start:]
