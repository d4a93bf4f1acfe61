"""Where do links of the library lead on pages, and where in the workbench is done what an article tells?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from shutaf.accounts.queries import workspaces_of
from shutaf.analysis.text import index_text, matches, query_tokens
from shutaf.reports.library.where import Where, term_anchor
from shutaf.reports.wording.library import TOOLS

DOORS = {
    "body": "bodies", "call": "calls", "card": "bodies", "coalition": "initiatives", "department": "departments", "dossier": "dossiers_of_first", "dossiers": "dossiers_of_first",
    "grid": "bodies", "initiative": "initiatives", "open_call": "calls", "path": "partnerships", "rate": "rounds",
}  # fmt: skip
"""Pages of one thing are reached through the list of such things."""


@cache
def on_pages() -> Where:
    """Addresses of the service; they are the same in every language."""
    return Where(
        article=lambda address: reverse("library_article", args=address.split("/")),
        case=lambda case_id: _reversed("library_case", case_id),
        term=lambda key: f"{_reversed('library_glossary')}#{term_anchor(key)}",
    )


def _reversed(name: str, *arguments: str) -> str:
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


def is_about(asked: str, *texts: str) -> bool:
    """Whether every word that is asked for stands in one of the texts, however it is bent; nothing asked fits all."""
    return not asked or matches(query_tokens(asked), index_text(*texts))


def tools_of(request: HttpRequest, names: Iterable[str]) -> list[tuple[str, str]]:
    """What each is called and its address in the workspace of the reader who has just one; "" where nobody knows of which."""
    mine = workspaces_of(request.user) if request.user.is_authenticated else ()
    ref = mine[0].ref if len(mine) == 1 else ""
    said: dict[str, str] = {}
    for name in names:
        if name in TOOLS:
            said.setdefault(_(TOOLS[name]), _reversed(DOORS.get(name, name), ref) if ref else "")
    return list(said.items())
