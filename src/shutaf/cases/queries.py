"""Which cases may somebody read that workspaces tell: of the own one, of others on this server, and as everybody?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.cases.models import Curation, OwnCase
from shutaf.cases.rules import may_curate
from shutaf.cases.verdicts import BEYOND, has_network, verdicts_of
from shutaf.content.cases import Case
from shutaf.reports.cases.told import told_case


@dataclass(frozen=True, slots=True)
class ToldFacts:
    """A case as its readers get it. told_by: the workspace that tells it, "" where the case is told without names.
    is_fictional: that workspace is made up, to try things out, so nothing in the case happened."""

    address: str
    case: Case
    language: str
    audience: str
    told_by: str
    published_on: str
    edition: int
    is_ours: bool
    is_without_names: bool
    is_fictional: bool
    verdict: str = ""
    verdict_note: str = ""


def told_address(case: Case) -> str:
    """The last part of the address of a case that a workspace tells; "" for one of the library's own."""
    return case.id.removeprefix("told:") if case.id.startswith("told:") else ""


def told_list(viewer: Viewer) -> tuple[ToldFacts, ...]:
    """Every published case that this Viewer may read, as a `content.cases.Case` beside those of the library; the last published first.

    A member of a workspace reads the own workspace's, and those that others tell the network or everybody; the public (Viewer "public") only what
    is told everybody. Each text stands in the one language it was written in: read it by `content.cases.language.text_in(texts, language)`, which
    also says in which language it is, for `lang` and `dir`. `case.id` is "told:" and the address: `told_address(case)` gives the address of the page
    `library_told`, which the public may open, and of `case_told` in a workspace, which its members may. Three queries.
    """
    is_inside = sees_shared(viewer)
    if not is_inside and viewer.kind != "public":
        return ()
    rows = list(_published().order_by("-published_on", "-pk"))
    return tuple(_told_facts(viewer, row) for row in _readable(rows, viewer.workspace_id if is_inside else 0))


def told_found(viewer: Viewer | None, address: str) -> ToldFacts | None:
    """One case by its address, for a member of a workspace or, without a Viewer, for everybody; None for a draft, a withdrawn and an unknown one alike."""
    is_inside = viewer is not None and sees_shared(viewer)
    rows = list(_published().filter(address=address))
    found = next(iter(_readable(rows, viewer.workspace_id if viewer and is_inside else 0)), None)
    return _told_facts(viewer, found) if found else None


def _published() -> QuerySet[OwnCase]:
    """Of every workspace: a case is told beyond the own one on purpose."""
    return OwnCase.present.filter(state="published", told__isnull=False).select_related("workspace")


def _readable(rows: list[OwnCase], inside: int) -> Iterable[OwnCase]:
    """inside: the workspace whose member reads, 0 for the public."""
    beyond = [row for row in rows if row.audience in BEYOND and row.workspace_id != inside]
    verdicts = verdicts_of(row.address for row in beyond) if beyond else {}
    is_curated = has_network() if beyond else False
    for row in rows:
        if inside and row.workspace_id == inside:
            yield row
        elif row.audience == "public" or (inside and row.audience == "network"):
            verdict = verdicts.get((row.address, row.edition))
            if not is_curated or (verdict and verdict.verdict == "accepted"):
                yield row


def _told_facts(viewer: Viewer | None, row: OwnCase, verdict: Curation | None = None) -> ToldFacts:
    return ToldFacts(
        row.address, told_case(row.told or {}), row.language, row.audience, "" if row.is_without_names else row.workspace.name, row.published_on, row.edition,
        bool(viewer and row.workspace_id == viewer.workspace_id), row.is_without_names, row.workspace.is_fictional,
        verdict.verdict if verdict else "", verdict.note if verdict else "",
    )  # fmt: skip


def cases_to_curate(viewer: Viewer) -> tuple[ToldFacts, ...]:
    """What workspaces of this server tell the network or everybody, with what was said of it; those that wait first. For a network's editors."""
    if not may_curate(viewer):
        raise NotAllowedError("may_curate")
    rows = list(_published().filter(audience__in=BEYOND).order_by("-published_on", "-pk"))
    verdicts = verdicts_of(row.address for row in rows)
    found = [_told_facts(viewer, row, verdicts.get((row.address, row.edition))) for row in rows]
    return tuple(sorted(found, key=lambda one: one.verdict != ""))
