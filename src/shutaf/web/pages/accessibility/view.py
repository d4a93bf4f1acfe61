"""The statement, the form for whoever met a barrier, and what became of what was told."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from shutaf.stewardship.defects.actions import TooManyDefectsError, defect_tell
from shutaf.stewardship.defects.queries import defect_said
from shutaf.web.pages.accessibility.form import DefectForm
from shutaf.web.pages.accessibility.letters import told_letter
from shutaf.web.pages.accessibility.statement import checked, operator, statement
from shutaf.web.shell.access import open_to_all
from shutaf.web.shell.drafts import kept
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often
from shutaf.web.shell.logs import masked


@open_to_all
def accessibility(request: HttpRequest) -> HttpResponse:
    context = {
        "sections": statement(), "operator": operator(), "address": settings.PUBLIC_URL, "checked": checked(), "contact": _contact(),
        "easy_url": settings.EASY_LANGUAGE_URL, "sign_url": settings.SIGN_LANGUAGE_URL, "came_from": _came_from(request),
    }  # fmt: skip
    return render(request, "accessibility/page.html", context)


def _contact() -> dict[str, str]:
    return {
        "person": settings.ACCESSIBILITY_PERSON,
        "phone": settings.ACCESSIBILITY_PHONE,
        "mail": settings.ACCESSIBILITY_MAIL,
        "address": settings.ACCESSIBILITY_ADDRESS,
    }


def _came_from(request: HttpRequest) -> str:
    """The page of ours whose foot was clicked, without any secret in its address."""
    came = urlsplit(request.headers.get("Referer", ""))
    is_ours = came.netloc == request.get_host() and not came.path.startswith("/accessibility/")
    return masked(came.path)[:500] if is_ours else ""


@open_to_all
def defect_new(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _told(request)
    before = kept(request)
    return _form_page(request, DefectForm(initial=before.dict() if before else {"page": masked(request.GET.get("page", ""))[:500]}))


def _told(request: HttpRequest) -> HttpResponse:
    """Keep it once and give the number; whatever is refused is said in place, and what was typed stays."""
    form = DefectForm(request.POST)
    if is_too_often(request, "defect"):
        return _form_page(request, form, _("Many reports came from here in a short time. Nothing was sent yet; wait ten minutes and send once more."), 429)  # fmt: skip
    if not form.is_valid():
        return _form_page(request, form)
    try:
        ref = defect_tell(op=form.op_given, language=request.LANGUAGE_CODE or "he", letter=told_letter(), **form.told())
    except TooManyDefectsError:
        return _form_page(request, form, _("So many reports wait that no more can be kept. Nothing was sent; the statement names whom to call or write to."), 503)  # fmt: skip
    return redirect(f"{reverse('defect_told')}?{urlencode({'number': ref})}")


def _form_page(request: HttpRequest, form: DefectForm, refused: str = "", status: int = 200) -> HttpResponse:
    return render(request, "accessibility/tell.html", {"form": form, "refused": refused, "keeps_form": True}, status=status)


@open_to_all
def defect_told(request: HttpRequest) -> HttpResponse:
    """What became of it, for whoever knows the number."""
    number = "".join(request.GET.get("number", "").split()).upper()[:40]
    if number and is_too_often(request, "defect_said"):
        return too_many(request)
    response = render(request, "accessibility/told.html", {"number": number, "said": defect_said(number) if number else None})
    response["X-Robots-Tag"] = "noindex"
    return response
