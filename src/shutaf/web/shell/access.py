"""Who may open this page? Every view of a workspace begins here, so none can forget to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

from shutaf.accounts.actions.safety import support_saw
from shutaf.accounts.queries import User, member_viewer
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.web.shell.factors import ask_for_factor, is_proved

Rule = Callable[[Viewer], bool]
View = Callable[..., HttpResponseBase]


def in_workspace(rule: Rule) -> Callable[[View], View]:
    """The view gets (request, viewer, ...). Nobody signs in first; a stranger gets 404, as if nothing were there; who may not gets 403.

    Where the workspace asks for a second factor, who has not proved one is asked for it. Support looks and sends nothing.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, workspace_ref: str, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            found = member_viewer(request.user, workspace_ref)
            if found is None:
                raise Http404
            if found[1].requires_second_factor and not is_proved(request):
                return ask_for_factor(request)
            request.viewer, request.workspace = found  # type: ignore[attr-defined]
            if not rule(found[0]):
                raise PermissionDenied
            if found[0].kind == "support":
                _note_support(request, found[0], kwargs)
            try:
                return view(request, found[0], **kwargs)
            except NotAllowedError as refused:
                raise PermissionDenied(refused.rule) from None

        asked.rule = rule  # type: ignore[attr-defined]  # the walk over all addresses reads it
        return asked

    return decorate


def _note_support(request: HttpRequest, viewer: Viewer, parts: Mapping[str, Any]) -> None:
    """Support looks and sends nothing, whatever the page would take; and what it looks at is noted."""
    if request.method not in ("GET", "HEAD"):
        raise PermissionDenied
    match = request.resolver_match
    support_saw(viewer, page=str(match.url_name if match else ""), about=" ".join(str(part) for part in parts.values()))


def me(request: HttpRequest) -> User:
    """The account of a signed-in request."""
    assert isinstance(request.user, User)
    return request.user


def signed_in(view: View) -> View:
    """For pages outside a workspace: whoever has an account."""

    @wraps(view)
    def asked(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        return view(request, **kwargs) if request.user.is_authenticated else redirect_to_login(request.get_full_path())

    asked.rule = "signed_in"  # type: ignore[attr-defined]
    return asked


def open_to_all(view: View) -> View:
    """Marks a page that anybody may open; the walk refuses one without a mark."""
    view.rule = "open"  # type: ignore[attr-defined]
    return view
