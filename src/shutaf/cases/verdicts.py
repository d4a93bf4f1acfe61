"""What did a network's editors say of a case, and is there a network on this server at all?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shutaf.accounts.models import Workspace
from shutaf.cases.models import Curation

BEYOND = ("network", "public")
"""Audiences outside the workspace."""


def has_network() -> bool:
    """Whether any workspace of this server is a network, whose editors look at what goes beyond a workspace."""
    return Workspace.objects.filter(is_network=True).exists()


def verdicts_of(addresses: Iterable[str]) -> Mapping[tuple[str, int], Curation]:
    """(address, edition) -> what a network said last; of another edition it says nothing. Across workspaces, since a network is another one."""
    rows = Curation.present.filter(address__in=list(addresses), workspace__is_network=True).order_by("changed_in_id")
    return {(row.address, row.edition): row for row in rows}
