"""How does typed text survive a change of language? It is kept in the session for one load of the same page."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict

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


def kept(request: HttpRequest) -> QueryDict | None:
    """What was typed here before the language changed, once; None when nothing was."""
    draft = request.session.get(_KEY)
    if request.method != "GET" or not draft:
        return None
    del request.session[_KEY]
    return QueryDict(draft[1]) if draft[0] == request.get_full_path() else None
