"""What becomes of a calendar that is uploaded? Rows of the page where opportunities are pasted, looked at and given their body."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.accounts.viewer import Viewer
from shutaf.imports.icalendar import Event, read_icalendar
from shutaf.reports.wording.problems import said_problem
from shutaf.web.shell.drafts import lay_down

_COLUMNS = ("title", "from", "until", "theme", "department", "note")


def calendar_taken(request: HttpRequest, viewer: Viewer, files: Sequence[tuple[str, Iterable[bytes]]]) -> HttpResponse | str | None:
    """The way to the rows, or what is wrong with the calendar; None where the one file is none."""
    if len(files) != 1:
        return None
    name, chunks = files[0]
    if not name.lower().endswith(".ics"):
        return None
    data = b"".join(chunks)
    if len(data) > settings.UPLOAD_LIMIT_BYTES:
        return _("The file is larger than 25 MB. Nothing was read. Split it, or leave out pictures.")
    zone = request.workspace.time_zone  # type: ignore[attr-defined]
    read = read_icalendar(data, name, zone=zone or "Asia/Jerusalem")
    if not read.events:
        return " ".join(said_problem(problem, isolate=True) for problem in read.problems)
    to = reverse("opportunities_new", args=[viewer.workspace_ref])
    if not lay_down(request, to, {"text": rows_of(read.events, request.LANGUAGE_CODE)}):
        return _("The calendar holds more than can be looked at on one page. Export a shorter time.")
    for problem in read.problems:
        messages.warning(request, said_problem(problem, isolate=True))
    found = ngettext("{n} event was read. Nothing is saved yet.", "{n} events were read. Nothing is saved yet.", len(read.events))
    messages.info(request, found.format(n=len(read.events)))
    return redirect(to)


def rows_of(events: Sequence[Event], language: str) -> str:
    """A block of cells under headers that the page knows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow([content.say("plan_column", key, language) for key in _COLUMNS])
    for one in events:
        row = (one.title, one.from_date, one.until_date, " | ".join(one.themes), one.body, one.note)
        writer.writerow([" ".join(cell.split()) for cell in row])
    return text.getvalue()
