"""What is a body called in a map without names? By its kind or sector, its first theme and a running number: "NGO (nature and green space) 2"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.situation import Body, Situation
from shutaf.analysis.text.fold import fold

KINDS: Mapping[str, str] = {
    "small_business": N_("small business"),
    "large_company": N_("large company"),
    "chain": N_("business chain"),
    "business_association": N_("business association"),
    "utility": N_("utility"),
    "cooperative": N_("cooperative"),
    "social_enterprise": N_("social enterprise"),
    "ngo": N_("NGO"),
    "foundation": N_("foundation"),
    "community_centre": N_("community centre"),
    "residents_group": N_("residents' group"),
    "religious": N_("religious community"),
    "youth": N_("youth organisation"),
    "school": N_("school"),
    "research": N_("research institute"),
    "health": N_("health institution"),
    "public_agency": N_("public agency"),
}
"""A kind of body as the short noun of a name; the list in `content` says what belongs to it."""

GROUPS: Mapping[str, str] = {
    "department": N_("department"),
    "public": N_("public body"),
    "business": N_("business"),
    "civil_society": N_("civil society body"),
    "academia": N_("academic body"),
    "community": N_("community group"),
    "other": N_("other body"),
    "": N_("body of unknown sector"),
}
"""A sector as the noun of a name, for bodies whose kind is not known."""


def kind_key(kind: str) -> str:
    """The key of a kind of body as written, by its names and variants in four languages; "" for one that is on no list.

    >>> kind_key("Verein"), kind_key("circus")
    ('ngo', '')
    """
    return _kinds_by_word().get(fold(kind), "")


@cache
def _kinds_by_word() -> Mapping[str, str]:
    """Folded word -> key; a word of an earlier entry wins."""
    found: dict[str, str] = {}
    for entry in content.entries("body_kind"):
        for text in (entry.key, *entry.names.values(), *entry.variants):
            found.setdefault(fold(text), entry.key)
    return found


def neutral_name(body: Body, number: int, language: str) -> str:
    """A name that says what kind of body it is and nothing else. body: its kind and themes are keys, as in the record that `anonymise` shows."""
    with translation.override(language):
        kind = gettext(GROUPS["department"] if body.department else KINDS.get(body.kind) or GROUPS.get(body.group_key, GROUPS[""]))
        theme = _theme(body, language)
        if not theme:
            return gettext("{kind} {number}").format(kind=kind, number=number)
        return gettext("{kind} ({theme}) {number}").format(kind=kind, theme=theme, number=number)


def with_titles_said(twin: Situation, language: str) -> Situation:
    """The twin with the titles of its needs, offers and initiatives in the language instead of as refs ("need 3")."""
    with translation.override(language):
        needs = [gettext("need {number}").format(number=number) for number in range(1, len(twin.needs) + 1)]
        offers = [gettext("offer {number}").format(number=number) for number in range(1, len(twin.offers) + 1)]
        names = {row.ref: gettext("initiative {number}").format(number=number) for number, row in enumerate(twin.initiatives, 1)}
    return replace(
        twin,
        needs=tuple(replace(row, title=title) for row, title in zip(twin.needs, needs, strict=True)),
        offers=tuple(replace(row, title=title) for row, title in zip(twin.offers, offers, strict=True)),
        initiatives=tuple(replace(row, name=names[row.ref]) for row in twin.initiatives),
        stances=tuple(replace(row, objective=names.get(row.objective, row.objective)) for row in twin.stances),
    )


def _theme(body: Body, language: str) -> str:
    """The first theme that is on the list; of a department the first of its targets."""
    words = (*body.themes, *(body.department.targets if body.department else ()))
    key = next((word.key for word in words if word.key), "")
    return content.say("theme", key, language) if key else ""
