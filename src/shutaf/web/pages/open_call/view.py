"""The public page of an open call with its form, and the page that says of a receipt when it was given."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from shutaf.accounts.queries import WorkspaceFacts
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.calls.answering import TooManyAnswersError, answer_fields, call_answer, receipt_said
from shutaf.partnerships.calls.queries import CallFacts, call_public, receipt_day, receipt_plain
from shutaf.web.pages.open_call.form import CallAnswerForm
from shutaf.web.pages.open_call.said import said_call
from shutaf.web.parts.clock import today_of, zone_of
from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.drafts import kept
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often
from shutaf.web.shell.middleware import speak_as_sent

MOST_BYTES = 90_000
"""Of an answer. Ours: all fields full, in Hebrew letters as a form sends them."""


@open_to_all
def open_call(request: HttpRequest, address: str) -> HttpResponse:
    found = call_public(address)
    if found is None:
        return too_many(request) if is_too_often(request, "token") else _gone(request)
    call, viewer, asks = found
    speak_as_sent(request, request.GET.get("lang", "") or asks.language)
    is_open = call.phase(today_of(asks)) == "open"
    if request.method == "POST" and is_open:
        return _answered(request, call, viewer, asks)
    before = kept(request)
    form = CallAnswerForm(language=request.LANGUAGE_CODE, initial=before.dict() if before else {}) if is_open else None
    return _page(request, call, asks, form)


def _answered(request: HttpRequest, call: CallFacts, viewer: Viewer, asks: WorkspaceFacts) -> HttpResponse:
    """Keep it once and give the receipt; whatever is refused is said in place, and what was typed stays."""
    form = CallAnswerForm(request.POST, language=request.LANGUAGE_CODE)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        return _page(
            request, call, asks, form, _("This is longer than an answer can be. Nothing was sent; shorten it and send once more."), 413
        )
    if is_too_often(request, "call_answer"):
        return _page(
            request,
            call,
            asks,
            form,
            _("Many answers came from here in a short time. Nothing was sent yet; wait ten minutes and send once more."),
            429,
        )
    if not form.is_valid():
        return _page(
            request, call, asks, form, _("Something is missing or could not be read; it is marked below. Nothing was sent yet."), 200
        )
    values = form.values()
    try:
        receipt = call_answer(viewer, call_ref=call.ref, op=form.op_given, **answer_fields(values["name"], values))
    except TooManyAnswersError:
        return _page(
            request, call, asks, form, _("So many answers came that no more can be kept. Nothing was sent; write to whoever invites."), 503
        )
    except NotAllowedError:  # closed between reading and sending, or taken back by an editor
        return redirect("open_call", call.address)
    return redirect(reverse("call_receipt", args=[call.address]) + "?" + urlencode({"code": receipt_said(receipt)}))


def _page(
    request: HttpRequest, call: CallFacts, asks: WorkspaceFacts, form: CallAnswerForm | None, refused: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "call": call, "asks": asks, "form": form, "refused": refused, "keeps_form": form is not None, "phase": call.phase(today_of(asks)),
        **said_call(call, request.LANGUAGE_CODE or "he"),
    }  # fmt: skip
    response = render(request, "open_call/page.html", context, status=status)
    if status != 200 or form is None:
        response["X-Robots-Tag"] = "noindex"
    return response


@open_to_all
def call_receipt(request: HttpRequest, address: str) -> HttpResponse:
    """The same words for everybody: that it came, and when."""
    found = call_public(address)
    if found is None or ("code" in request.GET and is_too_often(request, "call_receipt")):
        return too_many(request) if found or is_too_often(request, "token") else _gone(request)
    call, viewer, asks = found
    speak_as_sent(request, asks.language)
    code = request.GET.get("code", "")[:60]
    day = receipt_day(viewer, call_ref=call.ref, receipt=code) if code else None
    context: dict[str, Any] = {
        "call": call, "asks": asks, "code": receipt_said(receipt_plain(code)) if day else code, "asked": bool(code),
        "day": _local(day, asks) if day else "", **said_call(call, request.LANGUAGE_CODE or "he"),
    }  # fmt: skip
    response = render(request, "open_call/receipt.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _local(when: datetime.datetime, asks: WorkspaceFacts) -> str:
    return when.astimezone(zone_of(asks)).date().isoformat()


def _gone(request: HttpRequest) -> HttpResponse:
    response = render(request, "open_call/gone.html", status=404)
    response["X-Robots-Tag"] = "noindex"
    return response
