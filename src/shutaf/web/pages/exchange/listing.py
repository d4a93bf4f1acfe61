"""Which of the needs and offers does a reader ask for, by words and by filters?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.accounts.rules import may_edit_body, sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.matching.reciprocity import GROUPS
from shutaf.analysis.situation import Body, Resource, Situation
from shutaf.analysis.text.search import index_text, matches, query_tokens
from shutaf.reports.wording.speech import Speech

ON_A_PAGE = 20
NAMES = ("q", "side", "kind", "theme", "group", "seen", "told")
NOT_KNOWN = "none"
"""In the address: the kind, or the sector, is not known."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One select of the filter."""

    name: str
    label: str
    value: str
    options: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ListedSide:
    """Needs, or offers: those of this page with their bodies, how many fit and how many there are."""

    key: str
    title: str
    lines: Sequence[tuple[Resource, Body, bool]]
    fitting: int
    all: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What the page shows. loosest: the address and the name of the filter that is loosened first. before, after: addresses, "" at an end."""

    asked: Mapping[str, str]
    choices: Sequence[Choice]
    sides: Sequence[ListedSide]
    page: int
    pages: int
    loosest: tuple[str, str] | None

    @property
    def is_filtered(self) -> bool:
        return any(self.asked.values())

    @property
    def before(self) -> str:
        return address(self.asked, self.page - 1) if self.page > 1 else ""

    @property
    def after(self) -> str:
        return address(self.asked, self.page + 1) if self.page < self.pages else ""


def address(asked: Mapping[str, str], page: int = 1) -> str:
    told = {name: value for name, value in asked.items() if value} | ({"page": str(page)} if page > 1 else {})
    return f"?{urlencode(told)}#all"


def listing_of(request: HttpRequest, viewer: Viewer, seen: Situation) -> Listing:
    """A partner is not asked who may see a thing and who said it: of others it is not shown."""
    language = (request.LANGUAGE_CODE or "he")[:2]
    asked = {name: request.GET.get(name, "").strip()[:200] for name in NAMES}
    if not sees_everything(viewer):
        asked |= {"seen": "", "told": ""}
    choices = _choices(viewer, asked, language)
    kept = [(key, title, [one for one in rows if _fits(one, key, asked, seen)], len(rows)) for key, title, rows in _sides(seen)]
    pages = max(1, *(-(-len(rows) // ON_A_PAGE) for _key, _title, rows, _all in kept))
    typed = request.GET.get("page", "")
    page = min(pages, max(1, int(typed) if typed.isdecimal() and len(typed) < 6 else 1))
    shown = slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
    sides = [
        ListedSide(
            key, title, [(one, seen.body_by_ref[one.body], may_edit_body(viewer, one.body)) for one in rows[shown]], len(rows), total
        )
        for key, title, rows, total in kept
        if asked["side"] in ("", key)
    ]
    return Listing(asked, choices, sides, page, pages, _loosest(asked, choices) if not any(side.fitting for side in sides) else None)


def _sides(seen: Situation) -> Iterable[tuple[str, str, Sequence[Resource]]]:
    return (("need", _("Needs"), seen.needs), ("offer", _("Offers"), seen.offers))


def _choices(viewer: Viewer, asked: Mapping[str, str], language: str) -> list[Choice]:
    def of(list_key: str) -> list[tuple[str, str]]:
        return [(one.key, one.names[language]) for one in content.entries(list_key)]

    speech = Speech(language, Situation())
    not_known = (NOT_KNOWN, _("not known"))
    found = [
        ("side", _("Needs or offers"), [("need", _("Needs")), ("offer", _("Offers"))]),
        ("kind", _("Kind"), [*of("resource"), not_known]),
        ("theme", _("Theme"), [*of("theme"), not_known]),
        ("group", _("Sector"), [(key or NOT_KNOWN, speech.group(key)) for key in GROUPS]),
    ]
    if sees_everything(viewer):
        found.append(("seen", _("Visible to"), of("visibility")))
        found.append(("told", _("Who said it"), [("yes", _("is written down")), ("no", _("is not written down"))]))
    return [Choice(name, label, asked[name], options) for name, label, options in found]


def _fits(one: Resource, side: str, asked: Mapping[str, str], seen: Situation) -> bool:
    body = seen.body_by_ref[one.body]
    return (
        asked["side"] in ("", side)
        and asked["kind"] in ("", one.kind.key or NOT_KNOWN)
        and (not asked["theme"] or asked["theme"] in ({word.key for word in one.themes} or {NOT_KNOWN}))
        and asked["group"] in ("", body.group_key or NOT_KNOWN)
        and asked["seen"] in ("", one.visible_to)
        and asked["told"] in ("", "yes" if one.said_by else "no")
        and (not asked["q"] or _speaks(one, body, asked["q"]))
    )


def _speaks(one: Resource, body: Body, words: str) -> bool:
    """Every word stands in what is needed or offered, its kind and themes, where, the conditions, or the name of the body."""
    told: list[Any] = [one.title, one.where, one.conditions, one.kind.text, *(word.text for word in one.themes)]
    return matches(query_tokens(words), index_text(*told, body.name, *(name for _language, name in body.names)))


def _loosest(asked: Mapping[str, str], choices: Sequence[Choice]) -> tuple[str, str] | None:
    """The filter set last in the row: without it more is found most likely."""
    labels = {"q": asked["q"]} | {one.name: dict(one.options).get(one.value, one.value) for one in choices}
    on = [name for name in NAMES if asked[name]]
    return (address({**asked, on[-1]: ""}), labels.get(on[-1], "")) if on else None
