"""Which bodies does a department see in its tick matrix? Those that an editor chose, else those whose names partners see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shutaf.accounts.deeds import deed
from shutaf.accounts.rules import may_answer, may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import SECTORS, Body
from shutaf.bodies.queries import body_ids
from shutaf.intake.models import MatrixBodies
from shutaf.partnerships.queries import situation

MOST_ASKED = 60
"""Ours: more rows than that nobody ticks in five minutes."""


@dataclass(frozen=True, slots=True)
class AskedBody:
    """A body as a department sees it in the matrix: its name and sector, nothing else."""

    ref: str
    name: str
    group: str


def chosen_refs(viewer: Viewer) -> tuple[str, ...]:
    """What an editor chose; () means that nothing was chosen."""
    row = MatrixBodies.present.filter(workspace_id=viewer.workspace_id).first()
    return row.body_refs if row else ()


def matrix_choose(viewer: Viewer, *, body_refs: Sequence[str]) -> str:
    """Choose the bodies whose names every department is shown; none takes the choice back. Returns the deed's ref."""
    if len(body_refs) > MOST_ASKED:
        raise ValueError(f"at most {MOST_ASKED}")
    with deed(viewer, "matrix_choose", rule=may_edit, about=str(len(body_refs))) as working:
        if len(body_ids(viewer, body_refs)) < len(set(body_refs)):
            raise NotAllowedError("body")
        row = MatrixBodies.present.filter(workspace_id=viewer.workspace_id).first()
        if row is None:
            working.create(MatrixBodies(ref="matrix", body_refs=tuple(body_refs)))
        else:
            working.change(row, body_refs=tuple(body_refs))
        return working.record.ref if working.did_something else ""


def asked_bodies(viewer: Viewer, body_ref: str, language: str) -> tuple[AskedBody, ...]:
    """The rows of the matrix for whoever answers for a department: at most sixty names, by sector, those of no known sector last."""
    return tuple(AskedBody(body.ref, body.name_in(language), body.group_key) for body in _asked(viewer, body_ref))


def shown_refs(viewer: Viewer, body_ref: str) -> frozenset[str]:
    return frozenset(body.ref for body in _asked(viewer, body_ref))


def _asked(viewer: Viewer, body_ref: str) -> list[Body]:
    if not may_answer(viewer, body_ref):
        raise NotAllowedError("may_answer")
    chosen = set(chosen_refs(viewer))
    outside = situation(replace(viewer, kind="job", role="viewer")).organisations  # of which only names and sectors leave this room
    found = [body for body in outside if body.ref != body_ref and (not chosen or body.ref in chosen)]
    return sorted(found, key=lambda body: (_place(body.group_key), body.name))[:MOST_ASKED]


def _place(group: str) -> int:
    """The sectors in their usual order; a body of none last."""
    return SECTORS.index(group) if group in SECTORS else len(SECTORS)
