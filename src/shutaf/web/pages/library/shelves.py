"""Which shelves does the library have, and what stands on each?"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.reports.wording.library import SHELVES
from shutaf.web.parts.addresses import address_of

GUIDES = ("municipality", "business", "civil_society")
_GROUPS = {"municipality": "public", "business": "business", "civil_society": "civil_society"}


@dataclass(frozen=True, slots=True)
class ShelfShown:
    """group: the sector whose shape stands before its name. count: how many pages it has, in words."""

    name: str
    about: str
    address: str
    count: str
    group: str
    is_guide: bool


def shelves_shown() -> list[ShelfShown]:
    """Those that have something and a page to open."""
    found = []
    for shelf in content.SHELVES:
        pages, address = len(content.articles(shelf)), address_of("library_shelf", shelf)
        if pages and address:
            name, about = SHELVES[shelf]
            count = ngettext("{n} page", "{n} pages", pages).format(n=pages)
            found.append(ShelfShown(_(name), _(about), address, count, _GROUPS.get(shelf, ""), shelf in GUIDES))
    return found
