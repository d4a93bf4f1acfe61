"""How is a person erased? Everywhere at once, in one deed that keeps no before; what their words counted for stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db import transaction

from shutaf.accounts.deeds import deed
from shutaf.accounts.remembered import forget_everything
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.models import Erased
from shutaf.stewardship.personal.erasing import Erasure, erase_rows
from shutaf.stewardship.personal.keys import hash_of, sign_of, write_down
from shutaf.stewardship.personal.known import known_by, one_stand_in
from shutaf.stewardship.personal.outside import traces
from shutaf.stewardship.personal.who import Who


class NobodyError(ValueError):
    """Neither a name, an address nor a number that could be somebody's."""


def person_erase(viewer: Viewer, *, who: Who, keep: Collection[str] = ()) -> Erasure:
    """Erase somebody from everything the workspace holds. It cannot be undone, and a restore or an old file does not bring them back. Editors only.

    keep: rows (Place.row) of a namesake, which stay as they are; then a name alone is not remembered as erased, only addresses and numbers.
    Who has an account here loses it, by its address, if an owner erases. Raises NobodyError; NotAllowedError, LastOwnerError and OwnAccountError
    for accounts.
    """
    known = known_by(who)
    if not known.keys:
        raise NobodyError
    with deed(viewer, "person_erase", rule=_may_erase) as working:
        keys = [(kind, key) for kind, key in known.keys if kind != "name" or not keep]
        hashes = [hash_of(kind, key) for kind, key in keys]
        sign = sign_of(hash_of(*known.keys[0]))
        outside = [trace for trace in traces(viewer, known) if not trace.is_told_only]
        for trace in outside:
            trace.erase()
        done = erase_rows(viewer.workspace_id, known.knows, one_stand_in(sign), hint=known.hint, keep=keep)
        _remember(viewer, hashes)
        working.record.about = str(done.rows + len(outside))
        working.record.save(update_fields=["about"])
        working.erased(done.rows + len(hashes) + len(outside))
        transaction.on_commit(forget_everything)
        return replace(done, deed_ref=working.record.ref, outside=dict(Counter(trace.kind for trace in outside)))


def _may_erase(viewer: Viewer) -> bool:
    return may_edit(viewer) and viewer.kind in ("user", "job")


def _remember(viewer: Viewer, hashes: Iterable[str]) -> None:
    kept = list(hashes)
    Erased.objects.bulk_create([Erased(workspace_id=viewer.workspace_id, key_hash=one) for one in kept], ignore_conflicts=True)
    write_down(viewer.workspace_ref, kept)
