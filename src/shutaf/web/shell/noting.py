"""Which requests came, how were they answered and how long did it take? One line each, without who it was, from where or for what."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from shutaf.web.shell.log_lines import route_of

log = logging.getLogger("shutaf.requests")
Handler = Callable[[HttpRequest], HttpResponse]


def note_requests(handler: Handler) -> Handler:
    """With SHUTAF_LOG=INFO; otherwise it costs nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not log.isEnabledFor(logging.INFO):
            return handler(request)
        start, processor = time.perf_counter(), time.thread_time()
        response = handler(request)
        viewer = getattr(request, "viewer", None)
        told = {
            "method": request.method, "route": route_of(request), "status": response.status_code,
            "ms": round((time.perf_counter() - start) * 1000, 1), "cpu_ms": round((time.thread_time() - processor) * 1000, 1),
            "kind": getattr(viewer, "kind", ""), "role": getattr(viewer, "role", ""),
        }  # fmt: skip
        log.info("request", extra={"facts": told})
        return response

    return middleware
