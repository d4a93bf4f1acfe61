"""Where do the pages' styles, scripts and fonts lie? In the rooms they belong to; nothing else of a room is served."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage
from django.utils._os import safe_join

SERVED = frozenset({".css", ".js", ".woff2", ".svg", ".png", ".webmanifest"})


class RoomFinder(BaseFinder):
    """Files of `web/` by their endings: shell/tokens.css, parts/match/match.css, pages/bodies/page.js, vendor/htmx.min.js."""

    def __init__(self, *_args: Any, **_options: Any) -> None:
        self.root = Path(settings.WEB)
        self.storage = FileSystemStorage(location=self.root)

    def check(self, **_options: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_options: Any) -> Any:
        found = Path(safe_join(self.root, path))
        is_there = found.suffix in SERVED and found.is_file()
        return ([str(found)] if is_there else []) if find_all else (str(found) if is_there else None)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:  # noqa: ARG002
        for path in sorted(self.root.rglob("*")):
            if path.suffix in SERVED:
                yield path.relative_to(self.root).as_posix(), self.storage
