"""How does a page reach somebody with a slow line? Text is sent as gzip to whoever takes it: a fifth of the bytes, and no proxy is needed for it.

A compressed secret can be guessed by its length (BREACH), where a stranger makes a browser ask again and again with the cookies of whoever sits
at it. Ours are SameSite=Lax, which no such question carries; tokens of forms are masked anew for each page; and each answer is a little longer
or shorter by chance.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.text import compress_string

Handler = Callable[[HttpRequest], HttpResponseBase]

LEAST_BYTES = 500  # below it the envelope outweighs the letter
CHANCE_BYTES = 100
_TEXT = ("text/", "application/json", "application/problem+json", "application/javascript", "application/manifest+json", "image/svg+xml")
_SQUEEZED: dict[str, bytes] = {}
"""Of our own styles and scripts, by their address: there are some hundred, and they never change while we run."""


def compress(handler: Handler) -> Handler:
    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = handler(request)
        is_ours = request.path.startswith(settings.STATIC_URL)
        may = request.method == "GET" if is_ours else _is_page(response)
        if not (may and _is_text(response)):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return response
        return _file(request.path, response) if is_ours else _page(response)

    return middleware


def _is_text(response: HttpResponseBase) -> bool:
    said = response.headers.get("Content-Type", "")
    return response.status_code != 206 and "Content-Encoding" not in response.headers and said.startswith(_TEXT)


def _is_page(response: HttpResponseBase) -> bool:
    """Whole and long enough. One with an ETag is left: whoever writes with If-Match means these very bytes."""
    return isinstance(response, HttpResponse) and "ETag" not in response.headers and len(response.content) >= LEAST_BYTES


def _page(response: HttpResponseBase) -> HttpResponseBase:
    assert isinstance(response, HttpResponse)
    response.content = compress_string(response.content, max_random_bytes=CHANCE_BYTES)
    response.headers["Content-Encoding"], response.headers["Content-Length"] = "gzip", str(len(response.content))
    return response


def _file(path: str, response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code != 200:
        return response
    if path not in _SQUEEZED:
        _SQUEEZED[path] = gzip.compress(b"".join(response), mtime=0)
    response.close()
    headers = {name: value for name, value in response.headers.items() if name not in ("ETag", "Content-Length", "Accept-Ranges")}
    return HttpResponse(_SQUEEZED[path], headers=headers | {"Content-Encoding": "gzip", "Content-Length": str(len(_SQUEEZED[path]))})
