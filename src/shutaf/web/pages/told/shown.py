"""What do all forms of this page need at hand? The selected part of the map, names and links of its bodies, pages of a long list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TypeVar

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from shutaf.analysis.network.selection import Selected, select
from shutaf.analysis.situation import Body
from shutaf.web.pages.told.asked import PAGE_SIZE, Asked
from shutaf.web.parts.reading import Reading
from shutaf.web.parts.tags import SHAPES, shape

T = TypeVar("T")
MOST_NAMES = 60
"""Neighbours of one body named in a list; its tree names all."""


@dataclass
class Shown:
    """One selection being told. Pages of this size would spend most of their time in a template, so the forms write their rows themselves."""

    reading: Reading
    asked: Asked

    @cached_property
    def selected(self) -> Selected:
        return select(self.reading.situation, self.asked.selection, self.reading.prepared.pairs)

    @cached_property
    def names(self) -> dict[str, str]:
        """ref -> name in the reader's language."""
        language = self.reading.speech.language
        return {body.ref: body.name_in(language) for body in self.reading.situation.bodies}

    def by_name(self, refs: Iterable[str]) -> list[str]:
        return sorted(refs, key=lambda ref: (self.names[ref].casefold(), ref))

    def body(self, ref: str) -> Body:
        return self.reading.situation.body_by_ref[ref]

    def neighbours(self, ref: str) -> frozenset[str]:
        return self.selected.neighbours.get(ref, frozenset())

    @cached_property
    def none_of(self) -> dict[str, list[str]]:
        """For each body, by name, those of which somebody wrote that there is no tie."""
        found: dict[str, list[str]] = {}
        for one, other in self.selected.none:
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
        return {ref: self.by_name(others) for ref, others in found.items()}

    def link(self, ref: str, href: str = "") -> str:
        """The body's name with its shape, leading to its neighbours (or to `href`)."""
        group = self.body(ref).group_key
        address = href or self.asked.address(form="tree", body=ref, steps=1)
        return f'<a class="body-name" href="{escape(address)}">{self._shapes.get(group, self._shapes["other"])}<bdi>{escape(self.names[ref])}</bdi></a>'

    def page_of(self, ref: str) -> str:
        """The address of the body's own page."""
        return reverse("body", args=[self.reading.viewer.workspace_ref, ref])

    @cached_property
    def _shapes(self) -> dict[str, str]:
        return {key: str(shape(key)) for key in SHAPES}

    def group(self, ref: str) -> str:
        """The sector in words, hatched where not known."""
        key = self.body(ref).group_key
        said = escape(self.reading.speech.group(key))
        return said if key else f'<span class="unknown">{said}</span>'

    def name_list(self, refs: Sequence[str], most: int = MOST_NAMES) -> str:
        """Names as a list of links, the rest counted."""
        items = "".join(f"<li>{self.link(ref)}</li>" for ref in refs[:most])
        rest = len(refs) - most
        more = ngettext("{n} more", "{n} more", rest).format(n=self.reading.speech.digits(rest)) if rest > 0 else ""
        return f'<ul class="told-names">{items}{f"<li>{more}</li>" if more else ""}</ul>'

    def paged(self, rows: Sequence[T]) -> tuple[Sequence[T], int, int]:
        """The rows of the asked page, its number, and how many pages there are."""
        pages = max(1, -(-len(rows) // PAGE_SIZE))
        page = min(max(1, self.asked.page), pages)
        return rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], page, pages


def html(parts: Iterable[str]) -> SafeString:
    """Rows that were escaped piece by piece."""
    return mark_safe("\n".join(parts))  # noqa: S308 - see above
