"""Change language or colours; the page and what was typed stay."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from shutaf.accounts.actions import user_change
from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.asked_language import without_asked_language
from shutaf.web.shell.drafts import keep

YEAR_SECONDS = 365 * 24 * 3600


def back(request: HttpRequest) -> str:
    """The page the person came from, when it is one of ours."""
    wanted = request.GET.get("next") or request.POST.get("next") or "/"
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else "/"


def _with_cookie(name: str, value: str, *, to: str) -> HttpResponseRedirect:
    response = HttpResponseRedirect(to)
    response.set_cookie(name, value, max_age=YEAR_SECONDS, samesite="Lax", httponly=True, secure=settings.IS_HTTPS)
    return response


@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponseRedirect:
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return HttpResponseRedirect(back(request))
    keep(request, back(request))
    if request.user.is_authenticated:
        user_change(request.user, language=chosen)
    return _with_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, to=without_asked_language(back(request)))


@open_to_all
@require_POST
def theme(request: HttpRequest) -> HttpResponseRedirect:
    chosen = request.POST.get("theme", "")
    return _with_cookie("shutaf_theme", chosen if chosen in ("light", "dark") else "", to=back(request))
