"""How often may somebody try? Rates stand in the settings; counts lie in the shared cache, so all processes count together."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit  # its public door does not count GET, and a download is one
from django.http import HttpRequest, HttpResponseBase

from shutaf.accounts.viewer import Viewer
from shutaf.web.shell.errors import too_many


def is_too_often(request: HttpRequest, action: str, *, key: str = "") -> bool:
    """Count this try. key: what else is counted by beside the address and the user, such as an e-mail address."""
    user = request.user if request.user.is_authenticated else None
    return not ratelimit.consume(request, app="allauth.account", action=action, key=key or None, user=user, limit_get=True)


def limited(action: str) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """For a view of a workspace, under its `in_workspace`: 429 when its user asks too often."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def asked(request: HttpRequest, viewer: Viewer, **kwargs: Any) -> HttpResponseBase:
            return too_many(request) if is_too_often(request, action) else view(request, viewer, **kwargs)

        return asked

    return decorate
