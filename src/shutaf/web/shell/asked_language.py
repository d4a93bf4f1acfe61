"""How does a page of the library open in the language its address asks for, without changing the reader's own?

`?language=de` opens that page in German, and the links on it that stay within the library ask for German too: whoever was sent one page reads on.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

ASKED, LIBRARY = "language", "/library/"
_LANGUAGES = frozenset(code for code, _name in settings.LANGUAGES)
_LINK = re.compile(rb'(<a\b[^>]*?\shref="/library/[^"?#]*)([^"#]*)')


def asked_language(request: HttpRequest) -> str:
    """The language that a page of the library is asked in; "" for the reader's own."""
    language = request.GET.get(ASKED, "") if request.path.startswith(LIBRARY) else ""
    return language if language in _LANGUAGES else ""


def keep_language(response: HttpResponseBase, language: str) -> None:
    """Let links within the library ask for this language, unless they ask for one."""
    if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
        response.content = _LINK.sub(lambda link: link[1] + _with(link[2], language.encode()), response.content)  # type: ignore[attr-defined]


def _with(query: bytes, language: bytes) -> bytes:
    asks = ASKED.encode() + b"="
    if asks in query:
        return query
    return (query + b"&amp;" if len(query) > 1 else b"?") + asks + language


def without_asked_language(address: str) -> str:
    """The address as its reader's own language opens it."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != ASKED]
    return urlunsplit(parts._replace(query=urlencode(query)))
