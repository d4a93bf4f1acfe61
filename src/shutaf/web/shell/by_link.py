"""Who comes with a personal link? Whoever traded its token for a session, as long as the link is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.queries import link_viewer
from shutaf.web.shell.middleware import speak_as_sent

KEY = "link"
"""In the session: the link's id and the language it was sent in."""


def by_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets (request, viewer, workspace, ...) of the link that this session traded, as long as the link is open."""

    @wraps(view)
    def asked(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        link_id, language = request.session.get(KEY, (0, ""))
        found = link_viewer(link_id or 0)
        speak_as_sent(request, language)
        return view(request, *found, **kwargs) if found else render(request, "link_sheet/gone.html", status=410)

    asked.rule = "link"  # type: ignore[attr-defined]
    return asked
