"""What does a page say when something is wrong? What happened, what was kept, and the way on."""

from __future__ import annotations

import logging
import secrets
import sys
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from shutaf.web.shell.unavailable import READ_ONLY, can_count, in_doubt, trouble, unavailable

log = logging.getLogger("shutaf.errors")


def _error(request: HttpRequest, status: int, title: str, text: str, number: str = "") -> HttpResponse:
    return render(request, "shell/error.html", {"title": title, "text": text, "number": number, "status": status}, status=status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    return _error(request, 400, _("This request could not be read"), _("Nothing was changed. Go back and try once more."))


def forbidden(request: HttpRequest, exception: Any = None, *, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signatures
    return _error(
        request,
        403,
        _("This is not open to you"),
        _("Nothing was changed. An owner of the workspace can grant it; the members' page names them."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return _error(
        request,
        403,
        _("The page was open for too long"),
        _("Nothing was saved. Go back, load the page again and send it once more; what you typed is still there."),
    )


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    return _error(
        request,
        404,
        _("There is nothing at this address"),
        _("It may have been moved to the trash, or the link is incomplete. Search for it, or go to the start."),
    )


def too_many(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001
    if not can_count():
        return unavailable(request, READ_ONLY)
    return _error(request, 429, _("Too many tries in a short time"), _("Wait a few minutes and try again. Nothing was lost."))


def too_large(_request: HttpRequest) -> HttpResponse:
    """Said before sessions and languages are known: in plain words of the default language."""
    return HttpResponse(
        _("The file is larger than 25 MB. Nothing was read. Split it, or leave out pictures."),
        status=413,
        content_type="text/plain; charset=utf-8",
    )


def broken(request: HttpRequest) -> HttpResponse:
    """The error is ours, or the disk or the database is in trouble; Django calls this while it handles the exception."""
    error = sys.exc_info()[1]
    if kind := trouble(error):
        return unavailable(request, kind, doubtful=in_doubt(error))
    number = secrets.token_hex(4)
    log.error("error page %s", number, extra={"request": request})
    return _error(
        request,
        500,
        _("Something went wrong on our side"),
        _("What was saved before is safe. Go back and try again; if it happens again, name the number below."),
        number,
    )
