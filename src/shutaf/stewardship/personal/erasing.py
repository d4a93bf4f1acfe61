"""How are rows written again without somebody? Those that stay lose the person, those about the person go, and nothing keeps a before."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.utils import timezone

from shutaf.accounts.models import Change, Link
from shutaf.accounts.rows import Row
from shutaf.stewardship.personal.compacting import ask_to_compact
from shutaf.stewardship.personal.found import is_gone_whole
from shutaf.stewardship.personal.refs import rename_refs
from shutaf.stewardship.personal.scanning import Hit, StandIn, as_value, rows_of, scan, tables_of_workspaces

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure did. cut: rows that stay without the person; removed: rows that went whole, by table; outside: other traces, by kind."""

    deed_ref: str = ""
    cut: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    outside: dict[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return sum(self.cut.values()) + sum(self.removed.values())


def erase_rows(
    workspace_id: int,
    knows: Callable[[str, str], bool],
    stand_in: StandIn,
    *,
    hint: Callable[[str], bool] | None = None,
    keep: Collection[str] = (),
) -> Erasure:
    """Write every row of a workspace again without whoever is known; inside a transaction. What is written leaves no journal."""
    ask_to_compact()
    rename_refs(workspace_id, knows, hint=hint, keep=keep)
    cut: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    for table in tables_of_workspaces():
        found = [hit for hit in scan(rows_of(table, workspace_id), table, knows, stand_in, hint=hint) if hit.id not in keep]
        gone = [hit for hit in found if is_gone_whole(hit)]
        stay = [hit for hit in found if not is_gone_whole(hit)]
        _remove(table, gone)
        _cut(table, stay)
        removed[table] += len(gone)
        cut[table] += len(stay)
    return Erasure("", dict(+cut), dict(+removed))


def _remove(table: str, gone: list[Hit]) -> None:
    """The rows and all that the history kept of them."""
    for start in range(0, len(gone), _CHUNK):
        numbers = [hit.pk for hit in gone[start : start + _CHUNK]]
        Change.objects.filter(table=table, row_id__in=numbers).delete()
        apps.get_model(table)._base_manager.filter(pk__in=numbers).delete()


def _cut(table: str, stay: list[Hit]) -> None:
    """Rows that lose the same are written together: a member of staff stands in thousands of deeds. Of a link to the person nothing opens any more."""
    model: Any = apps.get_model(table)
    alike: dict[str, list[Hit]] = defaultdict(list)
    for hit in stay:
        alike[json.dumps(hit.new, sort_keys=True)].append(hit)
    for hits in alike.values():
        new = {name: as_value(table, name, value) for name, value in hits[0].new.items()}
        for start in range(0, len(hits), _CHUNK):
            model._base_manager.filter(pk__in=[hit.pk for hit in hits[start : start + _CHUNK]]).update(**new)
    _settle(model, [hit.pk for hit in stay])
    if table == "accounts.link":
        Link.objects.filter(pk__in=[hit.pk for hit in stay], revoked_at=None).update(revoked_at=timezone.now())


def _settle(model: Any, numbers: list[Any]) -> None:
    """Search texts and sort keys follow from what is left."""
    derived = [field.name for field in model._meta.concrete_fields if issubclass(model, Row) and not field.editable]
    if derived:
        for number in numbers:
            model.objects.get(pk=number).settle().save(update_fields=derived)
