"""What stands beside the map: the chosen body, and the same map as a list."""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.actors.evidence import is_asked
from shutaf.analysis.network.pairs import pair_of
from shutaf.partnerships.preparing import findings_open, preparation_at_hand
from shutaf.reports.map.scene import nearest
from shutaf.reports.wording.findings import said
from shutaf.web.pages.network_map.looking import Looking

STRONGEST = 7

Row = tuple[str, str, str, tuple[str, ...], bool]


def chosen_body(looking: Looking, viewer: Viewer, ref: str) -> dict[str, object]:
    """Name, ties, the strongest of them, and one finding; of a large map when the findings are there."""
    situation, ground = looking.situation, looking.ground
    body = situation.body_by_ref[ref]
    others = nearest(ground, ref)
    lines = []
    for other in others[:STRONGEST]:
        ties = ground.ties_by_pair[pair_of(ref, other)]
        strength = max((tie.strength_1_5 for tie in ties if tie.strength_1_5 is not None), default=None)
        lines.append((situation.body_by_ref[other], ties[0].kind, strength))
    prepared = preparation_at_hand(viewer, today=looking.today)
    found = next((one for one in findings_open(viewer, prepared) if ref in one.subject), None) if prepared else None
    return {
        "body": body, "name": body.name_in(looking.speech.language), "count": len(others), "ties": lines,
        "across": sum(situation.body_by_ref[other].group_key != body.group_key for other in others),
        "finding": said(found, looking.speech) if found else None,
    }  # fmt: skip


def rows_of(looking: Looking, shown: Sequence[str], most: int) -> list[Row]:
    """Bodies with those they have a known tie with, the most tied first."""
    situation, neighbours = looking.situation, looking.neighbours
    names = {ref: looking.speech.body(ref).text for ref in shown}
    order = sorted(shown, key=lambda ref: (-len(neighbours.get(ref, ())), names[ref]))[:most]
    rows = []
    for ref in order:
        body, others = situation.body_by_ref[ref], tuple(neighbours.get(ref, ()))
        rows.append((ref, body.group_key, names[ref], others, bool(others) or is_asked(situation, body)))
    return rows
