"""How is a long list read? In pages, each of which says where the next begins; rows that come or go meanwhile move nothing."""

from __future__ import annotations

import base64
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Annotated, Generic, TypeVar

from django.utils.translation import gettext as _
from ninja import Query, Schema
from pydantic import Field

from shutaf.api.problems import wrong

MOST = 200
T = TypeVar("T")
R = TypeVar("R")
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most.")]
Cursor = Annotated[str, Query(max_length=2000, description="Where the page begins: `next` of the page before. Empty for the first.")]


class Page(Schema, Generic[T]):
    """Part of a list, in the order of the refs."""

    items: list[T]
    next: str = Field(description="Cursor of the next page; empty on the last. The header Link has its address.")
    total: int = Field(description="How many there are in all.")


def page_of(rows: Iterable[R], ref_of: Callable[[R], str], cursor: str, limit: int) -> tuple[list[R], str, int]:
    """(the rows of a page, the cursor of the next, how many in all)."""
    ordered = sorted(rows, key=ref_of)
    start = bisect_right(ordered, ref_in(cursor), key=ref_of) if cursor else 0
    here = ordered[start : start + limit]
    is_last = start + limit >= len(ordered)
    return here, "" if is_last else cursor_of(ref_of(here[-1])), len(ordered)


def cursor_of(ref: str) -> str:
    return base64.urlsafe_b64encode(ref.encode()).decode().rstrip("=")


def ref_in(cursor: str) -> str:
    """Raises a refusal for what is no cursor."""
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except ValueError:
        raise wrong("query.cursor", _("is not written as it must be")) from None
