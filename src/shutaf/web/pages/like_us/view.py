"""The nearest cases, each with what is alike, what differs, what could not be compared and what it would need here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.nearness import FEATURES
from shutaf.cases.queries import told_address, told_list
from shutaf.content import Texts
from shutaf.partnerships.queries import situation
from shutaf.reports.nearest import NearCase, near_cases, place_profile
from shutaf.reports.wording.library import OUTCOMES
from shutaf.reports.wording.near import FEATURES_SAID
from shutaf.reports.wording.speech import Speech
from shutaf.web.parts.addresses import address_of
from shutaf.web.shell.access import in_workspace

SHOWN, NAMED = 6, 18
"""Of the nearest, so many stand open on the page, and so many by name and why; the others are folded."""


@in_workspace(sees_shared)
def like_us(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    language = request.LANGUAGE_CODE or "he"
    speech = Speech(language, situation(viewer))
    typologies, themes = _asked(request, "model", "typology"), _asked(request, "theme", "theme")
    told = [one.case for one in told_list(viewer) if one.case.typology and (speech.situation.is_fictional or not one.is_fictional)]
    profile = place_profile(speech, typologies, themes)
    found = near_cases(speech, profile, cases=(*content.cases(), *told))
    context = {
        "room": "home", "language": language, "near": _addressed(viewer, found[:SHOWN]), "further": _addressed(viewer, found[SHOWN:NAMED]),
        "farthest": _addressed(viewer, found[NAMED:]), "place": speech.situation.place,
        "models": _choices("typology", profile.typologies, language), "themes": _choices("theme", profile.themes, language), "is_asked": bool(typologies or themes),
        "outcomes": {key: _(said) for key, said in OUTCOMES.items()}, "features": {key: _(said) for key, said in FEATURES_SAID.items()}, "weights": [(_(FEATURES_SAID[key]), int(weight)) for key, weight in FEATURES.items()],
        "unasked": [_(FEATURES_SAID[key]) for key in ("themes", "size", "country", "sectors", "traits") if found and key in found[0].unasked],
    }  # fmt: skip
    return render(request, "like_us/page.html", context)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A case and its page: in the library, or in this workspace where a town tells it."""

    near: NearCase
    address: str
    is_told: bool


def _addressed(viewer: Viewer, found: Sequence[NearCase]) -> list[Addressed]:
    return [Addressed(one, _address(viewer, one), bool(told_address(one.case))) for one in found]


def _address(viewer: Viewer, one: NearCase) -> str:
    told = told_address(one.case)
    return address_of("case_told", viewer.workspace_ref, told) if told else address_of("library_case", one.case.id)


def _asked(request: HttpRequest, name: str, list_key: str) -> tuple[str, ...]:
    known = {entry.key for entry in content.entries(list_key)}
    return tuple(key for key in request.GET.getlist(name) if key in known)


def _choices(list_key: str, chosen: frozenset[str], language: str) -> list[tuple[str, str, bool]]:
    names: list[tuple[str, Texts]] = [(entry.key, entry.names) for entry in content.entries(list_key)]
    return [(key, texts[language], key in chosen) for key, texts in names]
