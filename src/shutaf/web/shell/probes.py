"""Is the service alive, and is it ready? Two addresses that machines ask: they say yes or no, and to strangers nothing else.

They answer before names of hosts, sessions and languages are looked at: whoever watches asks by number and often.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from shutaf.stewardship.readiness import Finding, findings

log = logging.getLogger("shutaf.ready")

ALIVE, READY = "/health", "/ready"
REMEMBERED_SECONDS = 2.0  # whoever asks a hundred times a second costs one look at the database
Handler = Callable[[HttpRequest], HttpResponse]


def answer_probes(handler: Handler) -> Handler:
    look = Look()

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path not in (ALIVE, READY):
            return handler(request)
        if request.method not in ("GET", "HEAD"):
            return _never_kept(HttpResponse(status=405, headers={"Allow": "GET, HEAD"}))
        return _never_kept(HttpResponse("ok\n", content_type="text/plain") if request.path == ALIVE else _ready(look.now()))

    return middleware


class Look:
    """The last look, for a moment; what has changed since the one before is said in the log."""

    def __init__(self) -> None:
        self._at, self._found, self._told = float("-inf"), (), frozenset[str]()  # type: tuple[float, tuple[Finding, ...], frozenset[str]]

    def now(self) -> tuple[Finding, ...]:
        if time.monotonic() - self._at > REMEMBERED_SECONDS:
            self._found, self._at = findings(), time.monotonic()
            names = frozenset(one.name for one in self._found)
            if names != self._told:
                log.warning("ready: %s", ", ".join(sorted(names)) or "all well again")
                self._told = names
        return self._found


def _ready(found: tuple[Finding, ...]) -> HttpResponse:
    """503 where nobody can be served; `attention` where somebody should look, though pages work."""
    is_ready = not any(one.is_fault for one in found)
    response = JsonResponse({"ready": is_ready, "attention": bool(found)}, status=200 if is_ready else 503)
    if not is_ready:
        response["Retry-After"] = "15"
    return response


def _never_kept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
