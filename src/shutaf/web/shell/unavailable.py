"""What is said while nothing can be saved or read? What is wrong, that nothing confirmed is lost, when to try again; and what was typed waits on that page.

Made without the database, the session and the user: any of them may be what is gone.
"""

from __future__ import annotations

import errno
import logging
import secrets
import sqlite3
from functools import lru_cache
from types import TracebackType
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.db import Error, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse, parse_cookie
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

log = logging.getLogger("shutaf.errors")

FULL, READ_ONLY, GONE, BUSY, CROWDED = "full", "read_only", "gone", "busy", "crowded"
RETRY_SECONDS = {FULL: 120, READ_ONLY: 120, GONE: 15, BUSY: 5, CROWDED: 10}

_BY_NUMBER = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EIO: READ_ONLY,
    errno.EMFILE: CROWDED,
    errno.ENFILE: CROWDED,
}
_BY_SQLITE = {  # a result code, else its lowest byte, which is its kind (sqlite.org/rescode.html)
    sqlite3.SQLITE_FULL: FULL, sqlite3.SQLITE_IOERR_SHMSIZE: FULL, sqlite3.SQLITE_IOERR: READ_ONLY, sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY, sqlite3.SQLITE_BUSY: BUSY, sqlite3.SQLITE_LOCKED: BUSY,
}  # fmt: skip
_BY_STATE = {  # PostgreSQL, appendix A; the longest beginning that fits decides
    "08": GONE, "57P": GONE, "53100": FULL, "53": CROWDED, "25006": READ_ONLY, "40": BUSY, "55P03": BUSY, "58": READ_ONLY,
}  # fmt: skip


def trouble(error: BaseException | None) -> str:
    """Which trouble of disk or database this error tells, or "" when it is an error of ours."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if kind := _kind(error):
            return kind
        error = error.__cause__ or error.__context__
    return ""


def _kind(error: BaseException) -> str:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0)
        return _BY_SQLITE.get(code) or _BY_SQLITE.get(code & 0xFF, "")
    if isinstance(error, Error) and error.__cause__ is not None:
        state = getattr(error.__cause__, "sqlstate", None) or ""
        lost = isinstance(error, OperationalError | InterfaceError) and not isinstance(error.__cause__, sqlite3.Error) and not state
        return GONE if lost else next((kind for start, kind in sorted(_BY_STATE.items(), reverse=True) if state.startswith(start)), "")
    if isinstance(error, OSError):
        return _BY_NUMBER.get(error.errno or 0, "")
    return ""


def in_doubt(error: BaseException | None) -> bool:
    """Whether the connection was lost while a transaction was being confirmed: then nobody can know whether it was."""
    while error is not None:
        if _passes(error.__traceback__, "_commit"):
            return trouble(error) == GONE
        error = error.__cause__ or error.__context__
    return False


def _passes(trace: TracebackType | None, name: str) -> bool:
    while trace is not None:
        if trace.tb_frame.f_code.co_name == name:
            return True
        trace = trace.tb_next
    return False


def can_count() -> bool:
    """Whether the shared cache takes writing. It swallows its own failures, and who counts tries in it then refuses everybody."""
    proof = secrets.token_hex(8)
    try:
        cache.set("can-count", proof, 60)
        return bool(cache.get("can-count") == proof)
    except Error:
        return False


class Said(NamedTuple):
    title: str
    text: str


def words(kind: str) -> Said:
    return {
        FULL: Said(
            _("There is no room left to save"), _("The disk of the service is full. Whoever runs it has to make room; then saving goes on.")
        ),
        READ_ONLY: Said(
            _("The disk takes nothing at the moment"),
            _("The service cannot write or open its files. Whoever runs it has to look at the disk."),
        ),
        GONE: Said(
            _("The database does not answer"),
            _("The service tries again with every request; it goes on by itself when the database is back."),
        ),
        BUSY: Said(_("Others are saving at this moment"), _("It was not this page's turn in time. In a few seconds it works again.")),
        CROWDED: Said(_("Too many are here at this moment"), _("The service answers as many as it can. In a few seconds it works again.")),
    }[kind]


def unavailable(request: HttpRequest, kind: str, *, doubtful: bool = False) -> HttpResponse:
    """503 with Retry-After, in the language of this page as far as it is known."""
    log.warning("unavailable (%s)", kind)
    with translation.override(_language(request)):
        said = words(kind)
        response = _problem(said) if request.path.startswith("/api/") else _page(request, kind, said, doubtful)
    response["Retry-After"] = str(RETRY_SECONDS[kind])
    response["Cache-Control"] = "no-store"
    return response


def crowded(method: str, path: str, cookies: str) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and body for one who is not let in; made once a language, so that saying it to thousands costs little."""
    told = parse_cookie(cookies)
    language, theme = told.get(settings.LANGUAGE_COOKIE_NAME, ""), told.get("shutaf_theme", "")
    return _crowded(language[:2], theme[:5], method not in ("GET", "HEAD"), path.startswith("/api/"))


@lru_cache(maxsize=64)
def _crowded(language: str, theme: str, is_post: bool, is_api: bool) -> tuple[int, list[tuple[str, str]], bytes]:
    request = HttpRequest()
    request.method, request.path = "POST" if is_post else "GET", "/api/" if is_api else "/"
    request.COOKIES = {settings.LANGUAGE_COOKIE_NAME: language, "shutaf_theme": theme}
    response = unavailable(request, CROWDED)
    return 503, [(name.lower(), value) for name, value in response.items()], response.content


def _language(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    known = [code for code, _name in settings.LANGUAGES]
    return next(code for code in (chosen, getattr(request, "LANGUAGE_CODE", ""), settings.LANGUAGE_CODE) if code in known)


def _problem(said: Said) -> HttpResponse:
    told = {"type": "about:blank", "status": 503, "title": said.title, "detail": said.text}
    return JsonResponse(told, status=503, content_type="application/problem+json")


def _page(request: HttpRequest, kind: str, said: Said, doubtful: bool) -> HttpResponse:
    typed, is_whole = _typed(request) if request.method == "POST" else ([], True)
    language = translation.get_language()
    context = {
        "language": language, "direction": "rtl" if language in ("he", "ar") else "ltr", "theme": _theme(request), "said": said, "kind": kind,
        "is_post": request.method == "POST", "doubtful": doubtful, "typed": typed, "is_whole": is_whole, "seconds": RETRY_SECONDS[kind],
        "address": request.get_full_path() if kind != CROWDED else "", "csrf": get_token(request) if typed else "",
    }  # fmt: skip
    return HttpResponse(render_to_string("shell/unavailable.html", context), status=503)


def _theme(request: HttpRequest) -> str:
    theme = request.COOKIES.get("shutaf_theme", "")
    return theme if theme in ("light", "dark") else ""


def _typed(request: HttpRequest) -> tuple[list[tuple[str, str]], bool]:
    """The fields of the form as they came, and whether that is all of it: files and passwords are not handed back."""
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        has_files = bool(request.FILES)
    except Exception:
        return [], False
    open_ones = [(name, value) for name, value in fields if name != "csrfmiddlewaretoken" and "password" not in name]
    secret = any("password" in name for name, _value in fields)
    return open_ones, not (has_files or secret)
