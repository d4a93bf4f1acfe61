"""What do you hold about this person? Everything, wherever it stands, readable and as a file; and erased in one action.

Whom one looks for is sent in the body of a request, never in its address: addresses stand in logs and in the history of a browser.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.actions.invitations import LastOwnerError
from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.reports.privacy.held import held_report
from shutaf.reports.wording.privacy import purpose_said, table_said
from shutaf.stewardship.personal.actions import NobodyError, person_erase
from shutaf.stewardship.personal.found import Held, Place, person_found
from shutaf.stewardship.personal.outside.accounts import OwnAccountError
from shutaf.stewardship.personal.papers import held_places, privacy_facts
from shutaf.stewardship.personal.who import Who
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.files import attached
from shutaf.web.parts.papers import language_asked, paper
from shutaf.web.parts.values import TABLE_SHEETS, said_field
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.limits import limited

FILES = ("pdf", "docx", "html", "json")


@dataclass(frozen=True, slots=True)
class Group:
    """The places of one table."""

    table: str
    title: str
    purpose: str
    places: tuple[tuple[Place, str], ...]


def who_asked(asked: Any) -> Who:
    """Several spellings of a name are the same person: one a line, or with a semicolon between."""
    return Who(
        *(
            tuple(part.strip()[:300] for part in asked.get(key, "").replace("\n", ";").split(";") if part.strip())
            for key in ("name", "email", "phone")
        )
    )


@in_workspace(may_edit)
@limited("search")
def held(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    who = who_asked(request.POST)
    found = _found(viewer, who) if who else None
    language = (request.LANGUAGE_CODE or "he")[:2]
    context = {
        "room": "more", "who": who, "asked": request.POST, "found": found, "groups": list(groups(found, language)) if found else [],
        "elsewhere": list(elsewhere(found)) if found else [],
        "may_erase": found is not None and (found.total > 0 or any(not one.is_told_only for one in found.outside)),
        "forms": FILES, "is_nobody": bool(request.POST) and not who,
    }  # fmt: skip
    return render(request, "requests/held.html", context)


def _found(viewer: Viewer, who: Who) -> Held:
    found = person_found(viewer, who)
    contact_read(viewer, what="held", people=int(bool(found.total)))
    return found


KINDS = {
    "account": N_("Account"), "upload": N_("File on its way in"), "typed": N_("Text typed on a page and not saved"), "job": N_("Job that waits"),
    "remembered": N_("Result kept for a while"), "defect": N_("Told as a barrier"),
}  # fmt: skip


def elsewhere(found: Held) -> Iterator[tuple[str, str, str]]:
    """(what, its title, what becomes of it) of all that is held outside the tables of the map."""
    for one in found.outside:
        goes = _("is closed") if one.kind == "account" else _("goes")
        yield _(KINDS[one.kind]), one.title, _("stays: a name alone closes no account") if one.is_told_only else goes


def groups(found: Held, language: str) -> Iterator[Group]:
    for table in dict.fromkeys(place.table for place in found.places):
        places = tuple(
            (place, said_field(place.field.name, TABLE_SHEETS.get(place.table, place.table), language))
            for place in found.places
            if place.table == table
        )
        yield Group(table, table_said(table), purpose_said(places[0][0].field.purpose), places)


@in_workspace(may_edit)
@require_POST
@limited("download")
def held_file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """The whole answer, as a file to hand over."""
    who = who_asked(request.POST)
    if form not in FILES or not who:
        raise Http404
    if form != "json":
        return _on_paper(request, viewer, who, form)
    data = json.dumps(as_json(_found(viewer, who), who), ensure_ascii=False, indent=2).encode()
    return attached(data, "application/json", "what-we-hold.json", f"{(who.names or who.emails or who.phones)[0]}.json")


def _on_paper(request: HttpRequest, viewer: Viewer, who: Who, form: str) -> HttpResponse:
    language, found = language_asked(request), _found(viewer, who)
    names = [said_field(place.field.name, TABLE_SHEETS.get(place.table, place.table), language) for place in found.places]
    facts = privacy_facts(viewer, today_of(request.workspace))  # type: ignore[attr-defined]
    asked = "; ".join((*who.names, *who.emails, *who.phones))
    document = held_report(facts, held_places(found, names), asked=asked, more=found.more, language=language)
    return paper(request, document, form, "held-about-a-person")


def as_json(found: Held, who: Who) -> dict[str, Any]:
    return {
        "asked_for": {"names": list(who.names), "emails": list(who.emails), "phones": list(who.phones)},
        "places_in_all": found.total,
        "places": [
            {
                "table": one.table, "ref": one.ref, "about": one.title, "field": one.field.name, "text": one.text, "found_by": list(one.how),
                "purpose": one.field.purpose, "sources": list(one.field.sources), "retention": one.field.retention, "written_by": one.by,
                "written_at": one.at.isoformat() if one.at else None, "in_trash": one.is_trash,
            }
            for one in found.places
        ],
    }  # fmt: skip


@in_workspace(may_edit)
@require_POST
def held_erase(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Erase what was shown. What is ticked as somebody else's of the same name stays."""
    if "sure" not in request.POST:
        messages.info(request, _("Nothing was erased: the box that you are sure was not ticked."))
        return redirect("held", viewer.workspace_ref)
    try:
        done = person_erase(viewer, who=who_asked(request.POST), keep=request.POST.getlist("keep"))
    except NobodyError:
        raise Http404 from None
    except (LastOwnerError, OwnAccountError):
        messages.error(request, _("Nothing was erased: this is your own account, or that of the only owner. Another owner can do it."))
        return redirect("held", viewer.workspace_ref)
    text = ngettext("Erased from {n} row. A restore or an old file does not bring it back.", "Erased from {n} rows. A restore or an old file does not bring it back.", done.rows)  # fmt: skip
    messages.success(request, text.format(n=done.rows))
    return redirect("requests", viewer.workspace_ref)
