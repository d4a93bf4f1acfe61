"""Is everything that goes wrong under /api/ said in one form? Also what Django and the frame of every request refuse by themselves."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from shutaf.api.asking import language_wanted
from shutaf.api.problems import MEDIA_TYPE, problem

Handler = Callable[[HttpRequest], HttpResponse]
KEPT = ("Allow", "Retry-After", "WWW-Authenticate")


def say_problems(handler: Handler) -> Handler:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = handler(request)
        if not request.path.startswith("/api/"):
            return response
        if response.status_code >= 400 and response.get("Content-Type") != MEDIA_TYPE:
            kept = {name: response[name] for name in KEPT if response.has_header(name)}
            with translation.override(language_wanted(request) or translation.get_language()):
                response = problem(response.status_code, headers=kept)
        patch_vary_headers(response, ("Accept-Language", "Authorization"))
        return response

    return middleware
