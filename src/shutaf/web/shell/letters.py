"""Which letters can no database hold? NUL, and half of a letter; they come from broken programs and hostile ones, never from a keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.decorators import sync_only_middleware

from shutaf.web.shell.errors import not_found

UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")
NUL = "\x00"
Handler = Callable[[HttpRequest], HttpResponse]


@sync_only_middleware
class WithoutNul:
    """A text arrives without its NULs, as if they had not been pasted; an address that holds one leads nowhere."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path_info:
            return not_found(request)
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = _without(request.GET)  # type: ignore[assignment]
        return self.handler(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Here the body has been read: the check of the form's token did that."""
        if request.method == "POST" and any(NUL in text for name, texts in request.POST.lists() for text in (name, *texts)):
            request.POST = _without(request.POST)  # type: ignore[assignment]


def _without(sent: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True, encoding=sent.encoding)
    for name, texts in sent.lists():
        kept.setlist(name.replace(NUL, ""), [text.replace(NUL, "") for text in texts])
    kept._mutable = False  # as Django's own is
    return kept
