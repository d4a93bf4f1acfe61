"""Where do the members stand on the map, who of them is known to work with whom, and who knows several of them?"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from shutaf.analysis.preparation import Preparation
from shutaf.charts.legend import LineSample
from shutaf.charts.map_nodes import Node
from shutaf.charts.network_map import network_map
from shutaf.charts.palette import GROUPS, LIGHT
from shutaf.reports.brief.pictures import NARROW_PX, WIDE_PX, tie_line
from shutaf.reports.wording.speech import Speech

MOST_BETWEEN = 12
"""Ours: so many bodies that know at least two members are drawn beside them."""


@dataclass(frozen=True)
class Picture:
    """wide, narrow: the same drawn twice. between: refs of bodies with a known tie to two members or more, with those members."""

    wide: SafeString
    narrow: SafeString
    between: tuple[tuple[str, tuple[str, ...]], ...]


def picture(prepared: Preparation, speech: Speech, members: tuple[str, ...], workspace_ref: str) -> Picture:
    """The members at their places of the whole map, with the ties among them and to those who know several."""
    neighbours = prepared.pairs.neighbours
    known = {ref: tuple(m for m in members if ref in neighbours.get(m, ())) for ref in prepared.situation.body_by_ref if ref not in members}
    between = sorted((one for one in known.items() if len(one[1]) > 1), key=lambda one: -len(one[1]))[:MOST_BETWEEN]
    shown = [*members, *(ref for ref, _known in between)]
    place = {ref: i for i, ref in enumerate(shown)}
    index = prepared.situation.index_by_ref
    ties = [tie_line(place, rows) for pair, rows in prepared.ties_by_pair.items() if set(pair) <= place.keys()]
    nodes = [
        Node(
            speech.body(ref).text,
            prepared.situation.body_by_ref[ref].group_key,
            float(prepared.positions[index[ref], 0]),
            float(prepared.positions[index[ref], 1]),
            sum(i in (tie.i, tie.j) for tie in ties),
            ref,
            is_selected=ref in members,
            is_near=ref not in members,
            is_important=ref in members,
            href=reverse("body", args=[workspace_ref, ref]),
        )
        for i, ref in enumerate(shown)
    ]
    groups = {node.group for node in nodes}
    title = _("The coalition in the map")

    def drawn(width: float, prefix: str) -> SafeString:
        made = network_map(
            nodes, ties, title=title, description=title, legend=[(key, speech.group(key)) for key in GROUPS if key in groups],
            line_legend=[LineSample("strong", _("strong tie")), LineSample("weak", _("weak tie"))] if ties else [],
            direction="rtl" if speech.language in ("he", "ar") else "ltr", palette=LIGHT, width=width, prefix=prefix,
        )  # fmt: skip
        return mark_safe(made.svg)  # noqa: S308 - the chart escapes

    return Picture(drawn(WIDE_PX, "coalition"), drawn(NARROW_PX, "coalition-s"), tuple(between))
