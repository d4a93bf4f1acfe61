"""What was answered about a sheet of this kind before, so that next month's asks nothing?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shutaf.analysis.text.fold import fold, fold_header
from shutaf.imports.load import Loaded
from shutaf.imports.reading import is_ours
from shutaf.imports.words import key_of

_ALIKE_SHARE = 0.5
"""Ours: two rows of headers of which half are the same are the same kind of sheet; with fewer, an answer rather misleads."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """Arguments for load(). is_same: the headers are those it was remembered for."""

    mapping: Mapping[str, str]
    sector_map: Mapping[str, str]
    is_same: bool


def signature(headers: Iterable[str]) -> str:
    """The same for the same headers in any order and spelling; a key to store a memory under.

    >>> signature(["Name *", "E-Mail"]) == signature(["e-mail", "name"]), signature(["name"]) == signature(["firm"])
    (True, False)
    """
    return hashlib.blake2b("\n".join(sorted(_folded(headers))).encode(), digest_size=12).hexdigest()


def headers_of(loaded: Loaded) -> tuple[str, ...]:
    """The headers that load() met in her own sheet or her two lists, also when it could not tell which is the name."""
    told = (header for problem in loaded.errors for header in problem.facts.get("headers", ()))
    return tuple(dict.fromkeys([guess.column for guess in loaded.guesses] or told))


def unsettled_words(loaded: Loaded) -> tuple[str, ...]:
    """Her words for sectors that load() could not understand."""
    return tuple(dict.fromkeys(problem.facts["text"] for problem in loaded.problems if problem.key == "sector.unknown"))


def remember(headers: Sequence[str], mapping: Mapping[str, str], sector_map: Mapping[str, str]) -> dict[str, Any]:
    """A plain dict of texts, fit for JSON, of what she answered about a sheet with these headers."""
    return {"signature": signature(headers), "headers": list(headers), "mapping": dict(mapping), "sectors": dict(sector_map)}


def recalled(memory: Mapping[str, Any], headers: Sequence[str], words: Iterable[str] | None = None) -> Recalled:
    """What of a memory fits a sheet with these headers. Whatever in it is no text, no column or no sector of ours is passed over.

    words: the words to be settled, so that nothing is told of those that this sheet does not have; None keeps all.
    """
    here = {fold_header(header): header for header in headers}
    wanted = None if words is None else {fold(word) for word in words}
    mapping = {
        ours: here[fold_header(theirs)]
        for ours, theirs in _texts(memory, "mapping").items()
        if fold_header(theirs) in here and is_ours(ours)
    }
    sectors = {
        word: sector
        for word, sector in _texts(memory, "sectors").items()
        if key_of(sector, "sector") and (wanted is None or fold(word) in wanted)
    }
    return Recalled(mapping, sectors, memory.get("signature") == signature(headers))


def nearest(memories: Iterable[Mapping[str, Any]], headers: Sequence[str]) -> Mapping[str, Any] | None:
    """The memory of the same headers, else the one with most of them in common; None when none is of this kind. The later wins a tie."""
    shares = [(_share(memory, headers), at, memory) for at, memory in enumerate(memories)]
    best = max(shares, key=lambda each: each[:2], default=(0.0, 0, None))
    return best[2] if best[0] >= _ALIKE_SHARE else None


def _share(memory: Mapping[str, Any], headers: Sequence[str]) -> float:
    """Headers in common, of all that either has."""
    written = memory.get("headers")
    theirs = _folded(text for text in written if isinstance(text, str)) if isinstance(written, list | tuple) else frozenset()
    ours = _folded(headers)
    return len(theirs & ours) / len(theirs | ours) if theirs | ours else 0.0


def _folded(headers: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(fold_header, headers)))


def _texts(memory: Mapping[str, Any], name: str) -> Mapping[str, str]:
    found = memory.get(name)
    if not isinstance(found, Mapping):
        return {}
    return {key: value for key, value in found.items() if isinstance(key, str) and isinstance(value, str)}
