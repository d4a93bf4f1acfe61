"""Who was erased does not come back: how is an old archive, a backup or a file read without them?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from shutaf.accounts.models import Deed, Workspace
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Situation
from shutaf.stewardship.models import Erased
from shutaf.stewardship.personal.erasing import Erasure, erase_rows
from shutaf.stewardship.personal.keys import hash_of, sign_of, write_down, written_down
from shutaf.stewardship.personal.mentions import Mention, mentions, without


@dataclass(frozen=True, slots=True)
class Listed:
    """Everybody whose hash is on a list. `met`: the hashes that were found."""

    hashes: frozenset[str]
    hashed: Callable[[str, str], str]
    met: set[str]

    def knows(self, kind: str, key: str) -> bool:
        return self.hashed(kind, key) in self.hashes

    def stand_in(self, mention: Mention) -> str:
        one = self.hashed(mention.kind, mention.key)
        self.met.add(one)
        return sign_of(one) if mention.kind == "name" else "…"


def listed(hashes: Iterable[str]) -> Listed:
    """Each name is hashed once, however often it stands there."""
    return Listed(frozenset(hashes), lru_cache(maxsize=2**18)(hash_of), set())


def hashes_of(viewer: Viewer) -> frozenset[str]:
    """Who was erased from the Viewer's workspace. One query."""
    return frozenset(Erased.objects.filter(workspace_id=viewer.workspace_id).values_list("key_hash", flat=True))


def again(workspace_id: int, hashes: Collection[str]) -> Erasure:
    """Erase whoever is on the list from every row of a workspace; inside a transaction. Nothing is read where nobody was erased."""
    if not hashes:
        return Erasure("", {}, {})
    known = listed(hashes)
    return erase_rows(workspace_id, known.knows, known.stand_in)


def again_everywhere() -> int:
    """After a restore: what was erased since the backup goes again, by the list of this home; returns how many rows. Inside the transaction."""
    rows = 0
    kept = written_down()
    for workspace in Workspace.objects.all():
        _list(workspace.pk, kept.get(workspace.ref, frozenset()))
        rows += again(workspace.pk, kept.get(workspace.ref, frozenset())).rows
    return rows


def again_from(viewer: Viewer, deed_refs: Collection[str]) -> int:
    """After an archive came in as a workspace: who was erased, since it was made, from the workspaces that share deeds with it. In the transaction."""
    from_here = Deed.objects.filter(ref__in=list(deed_refs)[:500]).values("workspace")
    hashes = frozenset(Erased.objects.filter(workspace__in=from_here).values_list("key_hash", flat=True))
    _list(viewer.workspace_id, hashes)
    write_down(viewer.workspace_ref, hashes)
    return again(viewer.workspace_id, hashes).rows


def _list(workspace_id: int, hashes: Iterable[str]) -> None:
    Erased.objects.bulk_create([Erased(workspace_id=workspace_id, key_hash=one) for one in sorted(hashes)], ignore_conflicts=True)


def without_erased(viewer: Viewer, incoming: Situation) -> tuple[Situation, int]:
    """What a file brings, without people who were erased here, and how many of them it named."""
    hashes = hashes_of(viewer)
    if not hashes:
        return incoming, 0
    known = listed(hashes)
    people = tuple(one for one in incoming.people if not _is_erased(known, one.name, one.email, one.phone))
    left: Situation = _left(replace(incoming, people=people), known)
    return left, len(known.met)


def _is_erased(known: Listed, name: str, email: str, phone: str) -> bool:
    """By the name; one without a name by the address or number."""
    found = list(_found(known, (name,) if name else (email, phone)))
    known.met.update(known.hashed(one.kind, one.key) for one in found)
    return bool(found)


def _found(known: Listed, texts: Iterable[str]) -> Iterator[Mention]:
    for text in texts:
        yield from mentions(text, known.knows)


def _left(value: Any, known: Listed) -> Any:
    """The value with every text in it read; what nobody stands in is handed back as it is."""
    left = value
    if isinstance(value, str):
        found = mentions(value, known.knows)
        left = without(value, found, known.stand_in) if found else value
    elif isinstance(value, tuple):
        several = [_left(one, known) for one in value]
        left = tuple(several) if any(new is not old for new, old in zip(several, value, strict=True)) else value
    elif is_dataclass(value) and not isinstance(value, type):
        new = {one.name: _left(getattr(value, one.name), known) for one in fields(value) if one.init}
        changed = {name: one for name, one in new.items() if one is not getattr(value, name)}
        left = replace(value, **changed) if changed else value
    elif isinstance(value, dict):
        left = {_left(key, known): _left(one, known) for key, one in value.items()}
    return left
