"""How does typed text survive a change of language? It is kept in the session for one load of the same page."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, QueryDict
from django.utils.http import urlencode

_KEY = "draft"
_MOST_CHARACTERS = 200_000


def keep(request: HttpRequest, path: str) -> None:
    """Remember what was typed on `path`; more than a page can hold is not kept."""
    typed = request.POST.copy()
    for name in ("csrfmiddlewaretoken", "language", "next", "password", "password1", "password2"):
        typed.pop(name, None)
    text = typed.urlencode()
    if typed and len(text) <= _MOST_CHARACTERS:
        request.session[_KEY] = [path, text]


def lay_down(request: HttpRequest, path: str, typed: Mapping[str, str]) -> bool:
    """Put text into the form of another page, for its next load; False where it is more than a page can hold."""
    text = urlencode(typed)
    if len(text) > _MOST_CHARACTERS:
        return False
    request.session[_KEY] = [path, text]
    return True


def kept(request: HttpRequest) -> QueryDict | None:
    """What was typed here before the language changed, once; None when nothing was."""
    draft = request.session.get(_KEY)
    if request.method != "GET" or not draft:
        return None
    del request.session[_KEY]
    return QueryDict(draft[1]) if draft[0] == request.get_full_path() else None
