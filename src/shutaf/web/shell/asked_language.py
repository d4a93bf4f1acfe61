"""How does a page open in the language its address asks for, without changing the reader's own?"""

from __future__ import annotations

from functools import wraps
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from shutaf.web.shell.access import View
from shutaf.web.shell.middleware import LANGUAGES

ASKED = "language"


def in_asked_language(view: View) -> View:
    """For public pages that people pass on: `?language=de` opens this one page in German. Links in it keep the language by the tag `library`."""

    @wraps(view)
    def asked(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        language = request.GET.get(ASKED, "")
        if language in LANGUAGES:
            request.LANGUAGE_CODE = language
            translation.activate(language)  # until the request ends: `speak` takes it back
        return view(request, **kwargs)

    return asked


def without_asked_language(address: str) -> str:
    """The address as its reader's own language opens it."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != ASKED]
    return urlunsplit(parts._replace(query=urlencode(query)))
