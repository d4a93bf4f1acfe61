"""The other rooms of a workspace, each with one sentence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.cases.rules import may_curate
from shutaf.stewardship.defects.rules import may_settle
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def more(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return render(request, "more/page.html", {"room": "more", "may_settle": may_settle(viewer), "may_curate": may_curate(viewer)})
