"""What does the address of this page ask for? Which form, which part of the map, which order, which page, whose neighbours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from django.http import QueryDict

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.network.selection import Selection
from shutaf.analysis.situation import Situation
from shutaf.web.parts.selection import query_of, selection_of

FORMS = ("summary", "list", "table", "tree")
PAGE_SIZE, MOST_STEPS = 100, 3


@dataclass(frozen=True, slots=True)
class Asked:
    """form: one of FORMS. rows: what one row of the table is, "bodies" or "ties". sort: key of a column, with "-" before it downwards.
    body: ref of the body whose neighbours are asked for, steps: how far."""

    form: str
    selection: Selection
    rows: str = "bodies"
    sort: str = "name"
    page: int = 1
    body: str = ""
    steps: int = 1

    def address(self, **other: Any) -> str:
        """The same with something else, as the part behind the question mark; the first page again unless another is asked for."""
        then = replace(self, **{"page": 1, **other})
        own = {"as": then.form if then.form != FORMS[0] else ""}
        if then.form == "table":
            own |= {"rows": then.rows if then.rows != "bodies" else "", "sort": then.sort if then.sort != "name" else ""}
        if then.form == "tree" and then.body:
            own |= {"body": then.body, "steps": str(then.steps) if then.steps > 1 else ""}
        own["page"] = str(then.page) if then.page > 1 else ""
        words = urlencode({name: word for name, word in own.items() if word}, quote_via=quote)
        return "?" + "&".join(part for part in (query_of(then.selection), words) if part)


def asked_of(query: QueryDict, viewer: Viewer, situation: Situation) -> Asked:
    """Words that mean nothing are as good as none."""
    form, body, steps, page = query.get("as", ""), query.get("body", ""), query.get("steps", ""), query.get("page", "")
    return Asked(
        form=form if form in FORMS else "tree" if body in situation.body_by_ref and query.get("steps", "0") != "0" else FORMS[0],
        selection=selection_of(query, sees_strength=sees_everything(viewer)),
        rows="ties" if query.get("rows") == "ties" else "bodies",
        sort=query.get("sort", "")[:30] or "name",
        page=int(page) if page.isdecimal() and len(page) < 7 else 1,
        body=body if body in situation.body_by_ref else "",
        steps=min(max(int(steps), 1), MOST_STEPS) if steps.isdecimal() and len(steps) < 3 else 1,
    )
