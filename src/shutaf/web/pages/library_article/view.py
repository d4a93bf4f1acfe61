"""A shelf, and an article on it: for everybody, with doors into the workbench for whoever has one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.content.articles.schema import Shelf
from shutaf.reports.library.telling import Told, told
from shutaf.reports.wording.library import RESTS, SHELVES
from shutaf.web.parts.library import on_pages, tools_of
from shutaf.web.shell.access import open_to_all


@open_to_all
def library_shelf(request: HttpRequest, shelf: Shelf) -> HttpResponse:
    name, lead = SHELVES[shelf]
    shelves = [(key, _(SHELVES[key][0]), key == shelf) for key in content.SHELVES if content.articles(key)]
    context = {"shelf": shelf, "name": _(name), "lead": _(lead), "articles": content.articles(shelf), "shelves": shelves}
    return render(request, "library_article/shelf.html", context)


@open_to_all
def library_article(request: HttpRequest, shelf: Shelf, key: str) -> HttpResponse:
    on_shelf = content.articles(shelf)
    at = next((i for i, one in enumerate(on_shelf) if one.key == key), None)
    if at is None:
        raise Http404
    made = told(on_shelf[at], request.LANGUAGE_CODE, on_pages())
    context = {
        "told": made, "shelf": shelf, "shelf_name": _(SHELVES[shelf][0]), "rests": _rests(made),
        "before": on_shelf[at - 1] if at else None, "after": on_shelf[at + 1] if at + 1 < len(on_shelf) else None,
        "tools": tools_of(request, on_shelf[at].tools),
    }  # fmt: skip
    return render(request, "library_article/page.html", context)


def _rests(made: Told) -> list[tuple[str, str, str]]:
    """The marks that stand in this article, and what each means."""
    used = {section.rests for section in made.sections}
    return [(key, _(name), _(meaning)) for key, (name, meaning) in RESTS.items() if key in used]
