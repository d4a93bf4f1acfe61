"""How does text stand on a terminal? Aligned by display width, in logical order: the terminal does the bidi, we never reorder."""

from __future__ import annotations

import sys
import threading
import time
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TextIO

PATIENCE_SECONDS = 2.0  # nobody wants to read about what is over at once


def display_width(text: str) -> int:
    """Columns a text takes: combining and invisible characters none, wide East Asian ones and emoji two."""
    width = 0
    for character in text:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me", "Cc"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
    return width


def padded(text: str, width: int) -> str:
    return text + " " * max(0, width - display_width(text))


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows with their columns aligned; the last column is left as long as it is."""
    if not rows:
        return ""
    widths = [max(display_width(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    return "\n".join(
        "  ".join([*(padded(cell, width) for cell, width in zip(row[:-1], widths, strict=True)), row[-1]]).rstrip() for row in rows
    )


class Progress:
    """Says on stderr which stage is going on, once the whole takes longer than two seconds."""

    def __init__(self, out: TextIO | None = None, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._out = out or sys.stderr
        self._stage = ""
        self._is_late = False
        self._timer = threading.Timer(patience_seconds, self._speak)
        self._timer.daemon = True
        self.seconds: dict[str, float] = {}

    def __enter__(self) -> Progress:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()

    @contextmanager
    def stage(self, key: str, words: str) -> Iterator[None]:
        """One stage; `key` names it in `seconds`, `words` is what the user reads."""
        self._stage = words
        if self._is_late:
            print(words, file=self._out, flush=True)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[key] = self.seconds.get(key, 0.0) + time.perf_counter() - start

    def _speak(self) -> None:
        self._is_late = True
        if self._stage:
            print(self._stage, file=self._out, flush=True)
