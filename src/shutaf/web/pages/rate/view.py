"""The sheet of a rater: one initiative at a time, saved with each step, and an end that says what is still open."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf.partnerships.rating import GROUPS, RaterSheet, RoundClosedError, TooManyRatersError, rater_sheet, rating_save
from shutaf.web.pages.rate.door import Seat, by_round, take_seat
from shutaf.web.pages.rate.form import answers_of, asked_of
from shutaf.web.shell.drafts import kept


@by_round
def rate(request: HttpRequest, seat: Seat) -> HttpResponse:
    """?at=2: the second initiative; without it the first that is not whole."""
    sheet = rater_sheet(seat.door.viewer, rater=seat.rater)
    if not sheet.initiatives or not sheet.criteria:
        return render(request, "rate/closed.html", {"door": seat.door, "is_rater": True})
    at = _place(request, sheet)
    error = ""
    if request.method == "POST":
        try:
            _saved(request, seat, sheet, at)
            return redirect(f"{reverse('rate')}?at={at + 2}" if at + 1 < len(sheet.initiatives) else "rate_done")
        except RoundClosedError:
            return render(request, "rate/closed.html", {"door": seat.door, "is_rater": True})
        except (ValueError, TooManyRatersError) as why:
            error = _("Nothing was saved: that is not one of the answers.") if isinstance(why, ValueError) else _("Nothing was saved: more people have rated than one room holds.")  # fmt: skip
    typed = request.POST if request.method == "POST" else kept(request)
    initiative = sheet.initiatives[at]
    context = {
        "door": seat.door, "initiative": initiative, "asked": asked_of(initiative, sheet.criteria, typed, request.LANGUAGE_CODE or "he"),
        "at": at + 1, "count": len(sheet.initiatives), "is_last": at + 1 == len(sheet.initiatives), "error": error, "keeps_form": True,
        "draft_key": f"{seat.door.round_id}.{seat.rater}.{initiative.ref}", "is_saved": bool(initiative.given),
    }  # fmt: skip
    return render(request, "rate/page.html", context, status=400 if error else 200)


def _place(request: HttpRequest, sheet: RaterSheet) -> int:
    wanted = request.GET.get("at", "")
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 4 and 1 <= int(wanted) <= len(sheet.initiatives):
        return int(wanted) - 1
    opened = (n for n, one in enumerate(sheet.initiatives) if len(one.given) < len(sheet.criteria))
    return next(opened, 0)


def _saved(request: HttpRequest, seat: Seat, sheet: RaterSheet, at: int) -> None:
    answers = answers_of(request.POST, sheet.criteria)
    if answers:
        rating_save(seat.door.viewer, rater=seat.rater, group=seat.group, initiative_ref=sheet.initiatives[at].ref, answers=answers)


@by_round
def rate_done(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Thank you; what is open; a seat for somebody else who has no phone."""
    if request.method == "POST" and "other" in request.POST:
        take_seat(request, seat.door, request.POST.get("group", ""), is_new=True)
        return redirect("rate")
    sheet = rater_sheet(seat.door.viewer, rater=seat.rater)
    lines = [(n, one.name, len(sheet.criteria) - len(one.given)) for n, one in enumerate(sheet.initiatives, 1)]
    return render(
        request,
        "rate/done.html",
        {"door": seat.door, "lines": lines, "sheet": sheet, "groups": GROUPS, "is_whole": sheet.answered == sheet.asked},
    )
