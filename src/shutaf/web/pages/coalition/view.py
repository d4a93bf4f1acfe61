"""One initiative's coalition: the answer to what the address asks, with its reasons, its prices and what else would do."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.remembered import Remembered
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.coalition.asked import Asked
from shutaf.analysis.coalition.choices import Choices, choices, measured
from shutaf.analysis.network.pairs import pairs_of
from shutaf.analysis.situation import Situation
from shutaf.partnerships.coalitions import drafts_of
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.coalition import asked as addresses
from shutaf.web.pages.coalition.answer import answer, gaps, needs, never_asked, wishes
from shutaf.web.pages.coalition.picture import picture
from shutaf.web.pages.coalition.propriety import points_of
from shutaf.web.pages.coalition.shown import Shown
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.parts.reading import Reading
from shutaf.web.parts.remembered import remembered
from shutaf.web.shell.access import in_workspace

_known: Remembered[tuple[Situation, Choices]] = Remembered(24)


@in_workspace(sees_everything)
def coalition(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    reading = Reading(request, viewer)
    seen = reading.current
    if not any(one.ref == ref for one in seen.initiatives):
        raise Http404
    asked = addresses.asked_of(request.GET, seen)
    found = _found(viewer, seen, ref, asked)
    shown = Shown(seen, Speech(request.LANGUAGE_CODE or "he", seen), asked, found)
    context = {
        "room": "initiatives", "initiative": found.best.initiative, "shown": shown, "asked": asked, "speech": shown.speech, "best": found.best,
        "set": shown.set, "told": answer(shown), "wishes": wishes(shown), "gaps": gaps(shown), "needs": needs(shown),
        "never_asked": never_asked(shown, _knowing(shown)) if found.best.gaps else (),
        "query": addresses.query(asked), "named_twice": addresses.named_twice(request.GET, seen), "chips": _chips(shown),
        "answered": len(seen.choosing.answered), "answered_href": addresses.but(asked, only_answered=not asked.only_answered),
        "call": next((one for one in reversed(seen.choosing.calls) if one.initiative == ref), None),
        "bodies": bodies_choice(request, viewer), **_below(viewer, reading, shown),
    }  # fmt: skip
    return render(request, "coalition/page.html", context)


def _found(viewer: Viewer, seen: Situation, ref: str, asked: Asked) -> Choices:
    """Remembered while the Situation is the same; what a busy machine cut short is asked again."""
    known = _known.get((viewer.workspace_ref, ref, asked))
    if known and known[0] is seen:
        return known[1]
    found = choices(seen, ref, asked)
    if not found.is_cut_short:
        _known.keep((viewer.workspace_ref, ref, asked), (seen, found))
    return found


def _below(viewer: Viewer, reading: Reading, shown: Shown) -> dict[str, Any]:
    """What stands under the answer."""
    ref, members = shown.best.initiative.ref, shown.best.refs
    drafts = drafts_of(viewer, ref)
    kept = [(one, measured(shown.situation, ref, one.members)) for one in drafts]
    language = shown.speech.language
    points = points_of(viewer, shown.situation, shown.speech, ref, members)
    key = ("coalition picture", viewer.workspace_ref, members, language)
    return {
        "points": points,
        "waiting": sum(one.considered is None for one in points),
        "drafts": [
            (one, shown.shown(now.coalition, now.covered), now, addresses.query(Asked(one.without, one.having))) for one, now in kept
        ],
        "picture": remembered(shown.situation, key, lambda: picture(reading.prepared, shown.speech, members, viewer.workspace_ref))
        if members and not reading.is_updating
        else None,
    }


def _knowing(shown: Shown) -> dict[str, int]:
    """By ref, how many members each other body is known to work with."""
    neighbours = pairs_of(shown.situation).neighbours
    counted: Counter[str] = Counter(ref for member in shown.best.refs for ref in neighbours.get(member, ()))
    return dict(counted)


def _chips(shown: Shown) -> list[tuple[str, str, str]]:
    """What is asked: the kind, the ref or sector, and the address without it."""
    asked = shown.asked
    out = [("without", ref, addresses.but(asked, without=tuple(one for one in asked.without if one != ref))) for ref in asked.without]
    into = [("with", ref, addresses.but(asked, having=tuple(one for one in asked.having if one != ref))) for ref in asked.having]
    sectors = [("sector", key, addresses.but(asked, sectors=tuple(one for one in asked.sectors if one != key))) for key in asked.sectors]
    return [*out, *into, *sectors]
