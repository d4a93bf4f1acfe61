"""The map as a tree: sectors, their bodies, and whom each works with; or one body and those it reaches in one, two or three steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.analysis.network.selection import steps_from
from shutaf.analysis.situation import SECTORS
from shutaf.web.pages.told.asked import PAGE_SIZE
from shutaf.web.pages.told.shown import Shown, html
from shutaf.web.parts.tags import shape

GROUPS = ("department", *SECTORS)
WHOLE_TREE = 300
"""Ours: up to so many bodies the whole tree stands on one page; above, the sectors are links and the bodies of one stand under it, by page."""


def tree_html(shown: Shown) -> tuple[SafeString, int, int]:
    """The branches of the asked page, its number, how many pages."""
    if shown.asked.body:
        return html([_surroundings(shown)]), 1, 1
    groups = _groups(shown)
    if len(shown.selected.bodies) <= WHOLE_TREE:
        return html(_branch(shown, key, refs, is_open=len(groups) == 1) for key, refs in groups.items()), 1, 1
    if len(groups) > 1:
        return html(_leaf_of_group(shown, key, len(refs)) for key, refs in groups.items()), 1, 1
    ((key, refs),) = groups.items()
    listed, page, pages = shown.paged(refs)
    return html([_branch(shown, key, listed, is_open=True, total=len(refs))]), page, pages


def _groups(shown: Shown) -> Mapping[str, list[str]]:
    """Group key -> refs by name, in the order of every legend; those of no known sector last."""
    found: dict[str, list[str]] = {}
    for ref in shown.by_name(shown.selected.bodies):
        found.setdefault(shown.body(ref).group_key, []).append(ref)
    return {key: found[key] for key in (*GROUPS, "") if key in found}


def _head(shown: Shown, key: str, count: int) -> str:
    return f'{shape(key)}<span>{escape(shown.speech.group(key))}</span> <span class="count">{shown.speech.digits(count)}</span>'


def _branch(shown: Shown, key: str, refs: Sequence[str], *, is_open: bool, total: int = 0) -> str:
    inner = "".join(_body(shown, ref) for ref in refs)
    return f"<li><details{' open' if is_open else ''}><summary>{_head(shown, key, total or len(refs))}</summary><ul>{inner}</ul></details></li>"


def _leaf_of_group(shown: Shown, key: str, count: int) -> str:
    address = shown.asked.address(selection=replace(shown.asked.selection, groups=(key,)))
    return f'<li><a class="tree-leaf" href="{escape(address)}">{_head(shown, key, count)}</a></li>'


def _body(shown: Shown, ref: str) -> str:
    near = shown.by_name(shown.neighbours(ref))
    name = shown.named(ref)
    if not near:
        return f'<li><span class="tree-leaf">{name} {_nobody()}</span></li>'
    leaves = "".join(f"<li>{_leaf(shown, other)}</li>" for other in near)
    everything = _("Everything about this body")
    own = f'<li><a class="tree-leaf" href="{shown.page_of(ref)}">{everything}</a></li>'
    return f'<li><details><summary>{name} <span class="count">{len(near)}</span></summary><ul>{own}{leaves}</ul></details></li>'


def _nobody() -> str:
    said = _("none known")
    return f'<span class="unknown">{said}</span>'


def _leaf(shown: Shown, ref: str) -> str:
    return f'<a class="tree-leaf" href="{shown.around(ref)}">{shown.named(ref)}</a>'


# -- one body and its surroundings ---------------------------------------------


def _surroundings(shown: Shown) -> str:
    """Each body reached stands once, under the one through which it is reached by the shortest way."""
    rings = steps_from(shown.selected.neighbours, shown.asked.body, shown.asked.steps)
    under: dict[str, list[str]] = {}
    for ring in rings:
        for ref, through in ring.items():
            under.setdefault(through, []).append(ref)
    return _reached(shown, shown.asked.body, under, is_open=True)


def _reached(shown: Shown, ref: str, under: Mapping[str, Sequence[str]], *, is_open: bool = False) -> str:
    below = shown.by_name(under.get(ref, ()))
    if not below:
        empty = f" {_nobody()}" if ref == shown.asked.body else ""
        return f"<li>{_leaf(shown, ref)}{empty}</li>"
    name = shown.named(ref)
    rest = len(below) - PAGE_SIZE
    said = ngettext("{n} more", "{n} more", max(rest, 0)).format(n=shown.speech.digits(rest))
    more = f"<li>{said}</li>" if rest > 0 else ""
    inner = "".join(_reached(shown, other, under) for other in below[:PAGE_SIZE])
    return f'<li><details{" open" if is_open else ""}><summary>{name} <span class="count">{len(below)}</span></summary><ul>{inner}{more}</ul></details></li>'
