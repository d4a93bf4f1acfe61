"""Which call does an address name? Not found is 404."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404
from django.urls import reverse

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import OpenCall, Situation
from shutaf.partnerships.calls.queries import CallFacts, call_found


def found_call(viewer: Viewer, ref: str) -> CallFacts:
    found = call_found(viewer, ref)
    if found is None:
        raise Http404
    return found


def trail_of(situation: Situation, ref: str) -> OpenCall:
    """The same call as everything that computes knows it."""
    return next((one for one in situation.choosing.calls if one.ref == ref), OpenCall(ref))


def public_address(call: CallFacts) -> str:
    return str(settings.PUBLIC_URL) + reverse("open_call", args=[call.address])
