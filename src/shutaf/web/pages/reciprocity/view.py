"""Who gives, who gets: by side, between sides, by body; what goes one way as questions. For a partner what is shared, without the questions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.matching.reciprocity import Reciprocity, reciprocity
from shutaf.analysis.matching.reciprocity_findings import reciprocity_findings
from shutaf.exchange.agreed import pairs_accepted
from shutaf.partnerships.queries import situation
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.findings.doing import door_of
from shutaf.web.pages.reciprocity.rows import between_rows, side_rows
from shutaf.web.shell.access import in_workspace

MOST_BODIES = 60


@in_workspace(sees_shared)
def reciprocity_page(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    seen = situation(viewer)
    found = reciprocity(seen, pairs_accepted(viewer, seen.needs, seen.offers))
    speech = Speech((request.LANGUAGE_CODE or "he")[:2], seen)
    bodies = [(seen.body_by_ref[one.key], one) for one in found.bodies]
    context = {
        "room": "exchange", "sides": side_rows(found), "between": between_rows(found), "agreed": found.agreed, "by_ref": seen.body_by_ref,
        "bodies": bodies[:MOST_BODIES], "more_bodies": max(0, len(bodies) - MOST_BODIES), "counts": _counts(found), "speech": speech,
        "cards": [(said(one, speech), door_of(one, viewer.workspace_ref)) for one in reciprocity_findings(found)] if sees_everything(viewer) else [],
    }  # fmt: skip
    return render(request, "reciprocity/page.html", context)


def _counts(found: Reciprocity) -> dict[str, int]:
    known = sum(len(side.bodies) - len(side.silent) for side in found.groups)
    return {
        "offers": sum(len(side.offers) for side in found.groups), "needs": sum(len(side.needs) for side in found.groups), "known": known,
        "of": sum(len(side.bodies) for side in found.groups), "agreed": len(found.agreed),
    }  # fmt: skip
