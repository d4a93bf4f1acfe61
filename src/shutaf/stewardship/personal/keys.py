"""How is somebody known again whose data are gone? By keyed hashes, in the database and in a file of the home that no restore replaces."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings

_LETTERS = "bcdfghjklmnpqrstvwxz23456789"


def folder() -> Path:
    """Beside the database and outside the files, so that no backup holds it: who has a backup alone cannot try names."""
    return Path(settings.SHUTAF_HOME) / "erased"


def key() -> bytes:
    """The key of this home, made the first time. Raises OSError where none can be kept."""
    return _key(str(folder()))


@lru_cache(maxsize=4)
def _key(place: str) -> bytes:
    path = Path(place) / "key"
    if not path.exists():
        _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    """Appears under its name only when it is whole; of two processes one wins and both read its key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(secrets.token_urlsafe(32).encode())
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(half, path)
    except FileExistsError:
        pass  # another process was first
    finally:
        half.unlink()


def hash_of(kind: str, told: str) -> str:
    """What is kept of a name, an address or a number."""
    return hmac.digest(key(), f"{kind}:{told}".encode(), hashlib.sha256).hex()


def sign_of(hashed: str) -> str:
    """What stands where somebody stood: a bracket with four letters that follow from the hash, the same each time, and say nothing without the key."""
    digest = hashlib.sha256(f"sign:{hashed}".encode()).digest()
    return f"[…{''.join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:4])}]"


def write_down(workspace_ref: str, hashes: Iterable[str]) -> None:
    """Add to the list of this home, on the disk before this returns; what stands there already is not added again."""
    new = [one for one in hashes if one not in written_down().get(workspace_ref, frozenset())]
    if not new:
        return
    path = folder() / "list"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="ascii") as out:
        out.write(
            "".join("\n" + json.dumps([workspace_ref, one]) for one in new) + "\n"
        )  # a line of its own, even behind one that was cut off
        out.flush()
        os.fsync(out.fileno())


def written_down() -> Mapping[str, frozenset[str]]:
    """Workspace ref -> hashes. A line that was cut off by a crash is passed over: its deed was not done."""
    try:
        lines = (folder() / "list").read_text(encoding="ascii").splitlines()
    except FileNotFoundError:
        return {}
    found: dict[str, set[str]] = {}
    for line in lines:
        try:
            workspace, one = json.loads(line)
        except ValueError:
            continue
        found.setdefault(workspace, set()).add(one)
    return {workspace: frozenset(several) for workspace, several in found.items()}
