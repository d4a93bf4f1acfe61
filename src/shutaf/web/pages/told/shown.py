"""What do all forms of this page need at hand? The selected part of the map, names and links of its bodies, pages of a long list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TypeVar
from urllib.parse import quote

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.network.pairs import pairs_of
from shutaf.analysis.network.selection import Selected, select
from shutaf.analysis.situation import Body, Situation
from shutaf.partnerships.queries import scope_of
from shutaf.reports.wording.speech import Speech
from shutaf.web.pages.told.asked import PAGE_SIZE, Asked
from shutaf.web.parts.remembered import remembered
from shutaf.web.parts.tags import SHAPES, shape

T = TypeVar("T")
MOST_NAMES = 60
"""Neighbours of one body named in a list; its tree names all."""


@dataclass
class Shown:
    """One selection being told. Pages of this size would spend most of their time in a template, so the forms write their rows themselves."""

    viewer: Viewer
    situation: Situation
    speech: Speech
    asked: Asked

    def once(self, *key: object, make: Callable[[], T]) -> T:
        """Made once for this state of the map, this reader's scope and language."""
        return remembered(self.situation, ("told", self.viewer.workspace_ref, scope_of(self.viewer), self.speech.language, *key), make)

    @cached_property
    def selected(self) -> Selected:
        asked = self.asked.selection
        pairs = self.once("pairs", make=lambda: pairs_of(self.situation))
        return self.once("selected", asked, make=lambda: select(self.situation, asked, pairs))

    @cached_property
    def names(self) -> dict[str, str]:
        """ref -> name in the reader's language, in the order of the names."""
        return self.once("names", make=self._named)

    def _named(self) -> dict[str, str]:
        named = {body.ref: body.name_in(self.speech.language) for body in self.situation.bodies}
        return dict(sorted(named.items(), key=lambda item: (item[1].casefold(), item[0])))

    @cached_property
    def order(self) -> dict[str, int]:
        """ref -> its place in the order of the names."""
        return self.once("order", make=lambda: {ref: place for place, ref in enumerate(self.names)})

    def by_name(self, refs: Iterable[str]) -> list[str]:
        return sorted(refs, key=self.order.__getitem__)

    def body(self, ref: str) -> Body:
        return self.situation.body_by_ref[ref]

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
        return f'<a class="body-name" href="{href or self.around(ref)}">{self.named(ref)}</a>'

    def around(self, ref: str) -> str:
        """The address of the body's surroundings, escaped."""
        return self._around.replace("REF", quote(ref, safe=""))

    @cached_property
    def _around(self) -> str:
        return escape(self.asked.address(form="tree", body="REF", steps=1))

    def named(self, ref: str) -> str:
        """Shape and name, escaped."""
        group = self.body(ref).group_key
        return f"{self._shapes.get(group, self._shapes['other'])}<bdi>{escape(self.names[ref])}</bdi>"

    def page_of(self, ref: str) -> str:
        """The address of the body's own page, escaped."""
        return escape(reverse("body", args=[self.viewer.workspace_ref, ref]))

    @cached_property
    def _shapes(self) -> dict[str, str]:
        return {key: str(shape(key)) for key in SHAPES}

    def group(self, ref: str) -> str:
        """The sector in words, hatched where not known."""
        key = self.body(ref).group_key
        said = escape(self.speech.group(key))
        return said if key else f'<span class="unknown">{said}</span>'

    def name_list(self, refs: Sequence[str], most: int = MOST_NAMES) -> str:
        """Names as a list of links, the rest counted."""
        items = "".join(f"<li>{self.link(ref)}</li>" for ref in refs[:most])
        rest = len(refs) - most
        more = ngettext("{n} more", "{n} more", rest).format(n=self.speech.digits(rest)) if rest > 0 else ""
        return f'<ul class="told-names">{items}{f"<li>{more}</li>" if more else ""}</ul>'

    def paged(self, rows: Sequence[T]) -> tuple[Sequence[T], int, int]:
        """The rows of the asked page, its number, and how many pages there are."""
        pages = max(1, -(-len(rows) // PAGE_SIZE))
        page = min(max(1, self.asked.page), pages)
        return rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], page, pages


def html(parts: Iterable[str]) -> SafeString:
    """Rows that were escaped piece by piece."""
    return mark_safe("\n".join(parts))  # noqa: S308 - see above
