"""What happens to every request: its size, its language, and that nothing of it is kept by a shared cache."""

from __future__ import annotations

import re
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers, patch_vary_headers

from shutaf.web.shell.asked_language import asked_language, keep_language
from shutaf.web.shell.errors import too_large

Handler = Callable[[HttpRequest], HttpResponse]
NOTED_SECONDS = 600
MOST_DIGITS = 18  # of a length; Python refuses to read numbers of thousands
TOKEN_PAGES = re.compile(r"/(l|r|invitation|sign-in/link|password/reset/key)/.")
LANGUAGES = frozenset(code for code, _ in settings.LANGUAGES)


def refuse_large_bodies(handler: Handler) -> Handler:
    """413 before a byte is read, when the request says it is larger than an upload may be."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or len(length) > MOST_DIGITS or int(length) > settings.UPLOAD_LIMIT_BYTES:
            return too_large(request)
        return handler(request)

    return middleware


def speak(handler: Handler) -> Handler:
    """The language a page of the library is asked in, else of the cookie, else of the user, else Hebrew. What the browser would like is no wish of
    the person at this desk."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = asked_language(request)
        language = asked or language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = handler(request)
        if asked:
            keep_language(response, asked)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        patch_vary_headers(response, ("Cookie",))
        return response

    return middleware


def language_of(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if chosen in LANGUAGES:
        return chosen
    user_language = getattr(request.user, "language", "") if request.user.is_authenticated else ""
    return user_language if user_language in LANGUAGES else settings.LANGUAGE_CODE


def speak_as_sent(request: HttpRequest, language: str) -> None:
    """A page that somebody was sent opens in the language it was sent in, while they have chosen none."""
    if language in LANGUAGES and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and not request.user.is_authenticated:
        request.LANGUAGE_CODE = language
        translation.activate(language)


def note_session(handler: Handler) -> Handler:
    """Remember where this session was last seen, every ten minutes at most: a page that only reads shall not write."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = timezone.now().timestamp()
            if now - request.session.get("noted_at", 0) > NOTED_SECONDS:
                request.session["noted_at"] = now
                UserSession.objects.create_from_request(request)
        return handler(request)

    return middleware


def keep_private(handler: Handler) -> Handler:
    """Pages hold what only this person may see."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = handler(request)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        if TOKEN_PAGES.match(request.path):
            response["Referrer-Policy"] = "strict-origin"  # the token leaves in no Referer, and Origin still proves the form ours
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
        return response

    return middleware
