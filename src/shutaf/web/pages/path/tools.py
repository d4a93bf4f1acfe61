"""What is each page called that a step sends people to?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.accounts.viewer import Viewer

TOOLS: Mapping[str, str] = {
    "bodies": N_("The list of bodies"),
    "brief": N_("The preparation brief"),
    "calls": N_("Open invitations"),
    "card": N_("A few questions about one body"),
    "criteria": N_("Criteria, weights and floors"),
    "contacts": N_("Contacts and promises"),
    "departments": N_("The departments' sheets"),
    "dossiers_of_first": N_("Dossiers and letters"),
    "exchange": N_("Needs and offers"),
    "export": N_("Take everything with you"),
    "findings": N_("Findings"),
    "gate": N_("Is partnership right?"),
    "grid": N_("The fast grid"),
    "history": N_("History"),
    "hour_names": N_("Thirty names"),
    "hour_sectors": N_("Tap sectors"),
    "hour_ticks": N_("Ticks: departments and bodies"),
    "initiatives": N_("Initiatives"),
    "inside": N_("The picture from inside"),
    "kit": N_("The workshop kit"),
    "links": N_("Personal links"),
    "members": N_("Members"),
    "missing": N_("Who is missing"),
    "model": N_("Which model fits?"),
    "network_map": N_("The map"),
    "place": N_("The place"),
    "questions": N_("Questions for a meeting"),
    "rounds": N_("Rating apart"),
    "stances": N_("Who wants what"),
    "ties": N_("Ties"),
    "told": N_("The map in words"),
}
"""Pages by the name of their address; one that is not there yet is left out where it is asked for."""


def tool_name(page: str) -> str:
    return _(TOOLS[page])


def tools_for(viewer: Viewer, pages: Iterable[str]) -> list[tuple[str, str]]:
    """(page, name) of those that are there and that this person may open."""
    return [(page, tool_name(page)) for page in pages if _may_open(viewer, page)]


def _may_open(viewer: Viewer, page: str) -> bool:
    try:
        view = resolve(reverse(page, args=[viewer.workspace_ref])).func
    except NoReverseMatch:
        return False
    rule = getattr(view, "rule", None)
    return bool(callable(rule) and rule(viewer))
