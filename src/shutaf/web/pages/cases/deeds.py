"""What an editor does with a case on its page: ask, take back, write down what was heard, publish, withdraw."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.cases import actions, review_actions
from shutaf.cases.own import own_case
from shutaf.web.parts.clock import today_of
from shutaf.web.shell.access import in_workspace


def _day(request: HttpRequest) -> str:
    return today_of(request.workspace)  # type: ignore[attr-defined]


def _back(viewer: Viewer, ref: str) -> HttpResponse:
    return redirect("case", viewer.workspace_ref, ref)


def _found(viewer: Viewer, ref: str) -> str:
    """The ref of a case that is there: what is missing in a form is only said to who may write on it."""
    if own_case(viewer, ref) is None:
        raise Http404
    return ref


@in_workspace(may_edit)
@require_POST
def case_ask(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    ref = _found(viewer, ref)
    try:
        deed = actions.case_ask(viewer, ref=ref, until=request.POST.get("until", ""), today=_day(request))
    except ValueError:
        messages.info(request, _("A day that is still to come is needed. Two weeks are usual."))
        return _back(viewer, ref)
    messages.success(request, _("Everybody who took part can read it now."), extra_tags=f"undo:{deed}")
    return _back(viewer, ref)


@in_workspace(may_edit)
@require_POST
def case_back(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = actions.case_back(viewer, ref=ref)
    messages.success(request, _("It is a draft again. Answers stay with the words they were given to."), extra_tags=f"undo:{deed}")
    return _back(viewer, ref)


@in_workspace(may_edit)
@require_POST
def case_heard(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """What an editor was told, for a body of the map or for one who is not on it."""
    ref = _found(viewer, ref)
    given = {key: request.POST.get(key, "") for key in ("answer", "said_by", "note")}
    try:
        deed = review_actions.case_heard(viewer, ref=ref, member_ref=request.POST.get("member", ""), today=_day(request), **given)
    except ValueError:
        messages.info(request, _("Who said so, and in which role? Without that nothing is written down."))
        return _back(viewer, ref)
    messages.success(request, _("Written down."), extra_tags=f"undo:{deed}")
    return _back(viewer, ref)


@in_workspace(may_edit)
@require_POST
def case_words(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = review_actions.case_words_take(viewer, ref=ref, member_ref=request.POST.get("member", ""), claim=request.POST.get("claim", ""))
    messages.success(request, _("Told in their words now. Others whom it concerns read it anew."), extra_tags=f"undo:{deed}")
    return _back(viewer, ref)


@in_workspace(may_edit)
@require_POST
def case_clear(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = actions.case_clear(viewer, ref=ref, cleared=[word[:300] for word in request.POST.getlist("cleared")[:100]])
    messages.success(request, _("Written down."), extra_tags=f"undo:{deed}")
    return _back(viewer, ref)


@in_workspace(may_edit)
@require_POST
def case_publish(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """Only with the tick that it was read as readers will read it."""
    ref = _found(viewer, ref)
    audience = request.POST.get("audience", "")
    if "read" not in request.POST or audience not in ("workspace", "network", "public"):
        messages.info(request, _("Nothing was published. Read the text first, say for whom it is, and tick that you read it."))
        return redirect(f"{reverse('case', args=[viewer.workspace_ref, ref])}?{urlencode({'audience': audience})}#out-h")
    try:
        actions.case_publish(viewer, ref=ref, audience=cast(Any, audience), today=_day(request))
    except actions.NotReadyError as kept:
        early = _("Nothing was published: not everybody has answered, and the day has not passed.")
        messages.info(request, early if kept.is_too_early else _("Nothing was published: a name stands in the text that must not."))
        return _back(viewer, ref)
    messages.success(request, _("Published."))
    return _back(viewer, ref)


@in_workspace(may_edit)
@require_POST
def case_withdraw(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    actions.case_withdraw(viewer, ref=ref)
    messages.success(request, _("Withdrawn. Its address says nothing any more."))
    return _back(viewer, ref)


@in_workspace(may_edit)
@require_POST
def case_trash(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    deed = actions.case_remove(viewer, ref=ref)
    messages.success(request, _("Moved to the trash."), extra_tags=f"undo:{deed}")
    return redirect("cases", viewer.workspace_ref)
