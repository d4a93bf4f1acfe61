"""Which partnership, path or step does an address name? Not found is 404, also for who may not see it."""

from __future__ import annotations

from django.http import Http404

from shutaf import content
from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.paths import PartnershipFacts, PathFacts, partnership_found, path_of
from shutaf.partnerships.queries import situation


def found_partnership(viewer: Viewer, ref: str) -> PartnershipFacts:
    found = partnership_found(viewer, ref)
    if found is None:
        raise Http404
    return found


def found_path(viewer: Viewer, ref: str) -> PathFacts:
    return path_of(viewer, found_partnership(viewer, ref), situation(viewer))


def found_step(key: str) -> content.Step:
    try:
        return content.step(key)
    except KeyError:
        raise Http404 from None
