"""The scene for the canvas: the same bodies, ties and places as in the picture, as numbers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.charts.scenes.written import scene_json
from shutaf.reports.map.scene import theme_keys
from shutaf.web.pages.network_map.looking import Looking
from shutaf.web.parts.remembered import remembered
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def map_scene(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """JSON of what this Viewer may see. Filters are not applied: the page narrows down what it has."""
    looking = Looking(request, viewer)
    situation = looking.situation

    def make() -> bytes:
        return scene_json(looking.scene, {body.ref: theme_keys(body.themes) for body in situation.bodies})

    data = make() if looking.moved else remembered(situation, looking.key("json"), make)
    return HttpResponse(data, content_type="application/json")
