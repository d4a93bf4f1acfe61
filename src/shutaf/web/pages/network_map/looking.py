"""What does this request want to see of the map, and what is left of it after the filters?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.http import HttpRequest

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.network.ground import MapGround
from shutaf.analysis.network.pairs import Pair, neighbours_of
from shutaf.analysis.situation import Situation, Tie
from shutaf.charts.scenes import Scene
from shutaf.charts.svg import Direction
from shutaf.partnerships.map_ground import map_ground
from shutaf.partnerships.queries import scope_of
from shutaf.relations.queries import SavedViewFacts, saved_view
from shutaf.reports.map import MapAsked, scene_of
from shutaf.reports.map.fields import colours_offered, sizes_offered
from shutaf.reports.map.filters import bodies_shown, ties_shown
from shutaf.reports.wording.speech import Speech
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.remembered import remembered
from shutaf.web.shell.letters import UNHOLDABLE

MOST_MOVED, MOST_POSITIONS_CHARS = 5000, 400_000
SHEET = 4000.0  # sheet units; nobody puts a body further out than this
Moved = Mapping[str, tuple[float, float]]


@dataclass
class Looking:
    """Computed when asked for, once a request."""

    request: HttpRequest
    viewer: Viewer

    @cached_property
    def ground(self) -> MapGround:
        """The map alone: it opens without waiting for all that is computed for the brief."""
        return map_ground(self.viewer)

    @property
    def situation(self) -> Situation:
        return self.ground.situation

    @cached_property
    def speech(self) -> Speech:
        return Speech(self.request.LANGUAGE_CODE, self.situation)

    @property
    def today(self) -> str:
        return today_of(self.request.workspace)  # type: ignore[attr-defined]

    @cached_property
    def saved(self) -> SavedViewFacts | None:
        """The saved view that the address names, of this workspace and for those who see everything."""
        ref = self.request.GET.get("saved", "")
        return saved_view(self.viewer, ref) if ref else None

    @cached_property
    def asked(self) -> MapAsked:
        """The address, or the saved view that it only names; what this viewer or this map does not have is as if unsaid.

        An address that says a view says everything: a filter taken away from a saved view stays away.
        """
        said: dict[str, Sequence[str]] = {key: self.request.GET.getlist(key) for key in self.request.GET}
        if self.saved and "view" not in said:
            said = {**self.saved.settings, **said}
        asked = MapAsked.of(said)
        situation, ground = self.situation, self.ground
        sees_all = sees_everything(self.viewer)
        return replace(
            asked,
            view=asked.view if asked.view in self.views else "network",
            body=asked.body if asked.body in situation.body_by_ref else "",
            colour=asked.colour if asked.colour in dict(colours_offered(ground, sees_all)) else "sector",
            size=asked.size if asked.size in dict(sizes_offered(ground, sees_all)) else "ties",
            least=asked.least if sees_all else 0,
        )

    @cached_property
    def views(self) -> tuple[str, ...]:
        """Ratings are for those who see everything; a view nobody could fill is not offered."""
        bodies = self.situation.bodies
        offered = ["network", "rings"]
        offered += ["grid"] if sees_everything(self.viewer) else []
        offered += ["themes"] if any(word.key for body in bodies for word in body.themes) else []
        offered += ["places"] if any(body.lat is not None and body.lon is not None for body in bodies) else []
        return (*offered, "near")

    @property
    def direction(self) -> Direction:
        return "rtl" if self.request.LANGUAGE_CODE in ("he", "ar") else "ltr"

    @cached_property
    def moved(self) -> Moved:
        """Where bodies were put by hand: sent with the form, else of the saved view."""
        sent = self.request.POST.get("positions", "") if self.request.method == "POST" else ""
        return positions_of(sent) if sent else (self.saved.positions if self.saved else {})

    def key(self, *more: object) -> tuple[object, ...]:
        """What a scene depends on besides the situation."""
        asked = self.asked
        near = asked.body if asked.view == "near" else ""
        return (
            self.viewer.workspace_ref,
            scope_of(self.viewer),
            self.request.LANGUAGE_CODE,
            asked.view,
            asked.colour,
            asked.size,
            near,
            *more,
        )

    @cached_property
    def scene(self) -> Scene:
        def make() -> Scene:
            return scene_of(self.ground, self.speech, self.asked, self.direction, self.moved)

        if self.moved:  # somebody's own arrangement: rare, and of one request
            return make()
        return remembered(self.situation, self.key("scene"), make)

    @cached_property
    def ties(self) -> Mapping[Pair, Sequence[Tie]]:
        asked, ties = self.asked, self.ground.ties_by_pair
        if not (asked.kind or asked.least or asked.on):
            return ties
        return remembered(self.situation, self.key("ties", *self.tie_filter), lambda: ties_shown(ties, asked))

    @property
    def tie_filter(self) -> tuple[object, ...]:
        return self.asked.kind, self.asked.least, self.asked.on

    @cached_property
    def shown(self) -> list[str]:
        return bodies_shown(self.situation.bodies, self.ties, self.asked)

    @cached_property
    def neighbours(self) -> Mapping[str, Sequence[str] | frozenset[str]]:
        """By the ties the filters leave."""
        ground = self.ground
        if self.ties is ground.ties_by_pair:
            return ground.neighbours
        return remembered(self.situation, self.key("neighbours", *self.tie_filter), lambda: neighbours_of(self.ties))


def positions_of(text: str) -> Moved:
    """Places from a form or a saved view, {ref: [x, y]}; what is none is left out. ValueError when it is no such thing at all."""
    if len(text) > MOST_POSITIONS_CHARS:
        raise ValueError("too long")
    try:
        found = json.loads(text or "{}")
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(found, dict) or len(found) > MOST_MOVED:
        raise ValueError("no positions")
    return {str(ref)[:300]: (float(at[0]), float(at[1])) for ref, at in found.items() if _is_place(at) and not UNHOLDABLE.search(ref)}


def _is_place(at: object) -> bool:
    return (
        isinstance(at, list)
        and len(at) == 2
        and all(isinstance(n, int | float) and not isinstance(n, bool) and -SHEET <= n <= SHEET for n in at)
    )
