"""The workshop kit as files, and the page on which what the tables wrote is typed in."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from shutaf import content
from shutaf.accounts.rules import may_edit, sees_everything, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.codes import body_codes
from shutaf.imports.kit_lines import MOST_LINES, Fact, kit_lines
from shutaf.reports.kit import PARTS, write_kit, write_poster
from shutaf.reports.wording.speech import Speech
from shutaf.stewardship.kit import kit_accept
from shutaf.web.pages.kit.said import said_fact, said_wrong
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.papers import FORMS, language_asked, made
from shutaf.web.parts.reading import Reading
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.drafts import kept
from shutaf.web.shell.limits import limited


@in_workspace(sees_everything)
def kit(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    situation = Reading(request, viewer).current
    context = {
        "room": "more", "departments": len(situation.departments), "organisations": len(situation.organisations), "parts": _parts(),
        "languages_known": content.LANGUAGES, "language": request.LANGUAGE_CODE, "second": "en" if request.LANGUAGE_CODE != "en" else "he",
    }  # fmt: skip
    return render(request, "kit/page.html", context)


def _parts() -> list[tuple[str, str]]:
    names = (
        _("the agenda"),
        _("cards of all bodies"),
        _("the wall grid (A3)"),
        _("the poster of gaps (A3)"),
        _("the matrix"),
        _("sheets of answers"),
    )
    return list(zip(PARTS, names, strict=True))


@in_workspace(sees_everything)
@limited("download")
def kit_file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    asked = [part for part in request.GET.getlist("part") if part in PARTS] or list(PARTS)
    return _kit(request, viewer, asked, "kit", is_filled="filled" in request.GET)


@in_workspace(sees_everything)
@limited("download")
def ticks_paper(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The matrix of departments and bodies alone."""
    return _kit(request, viewer, ["ticks"], "matrix", is_filled="filled" in request.GET)


def _kit(request: HttpRequest, viewer: Viewer, parts: list[str], name: str, *, is_filled: bool) -> HttpResponse:
    language = language_asked(request)
    situation, today = Reading(request, viewer).current, today_of(request.workspace)  # type: ignore[attr-defined]
    codes = body_codes(viewer)
    return _pdf(
        request, lambda: write_kit(situation, codes, language=language, parts=parts, is_filled=is_filled, today=today), name, language
    )


def _pdf(request: HttpRequest, make: Callable[[], bytes], name: str, languages: str) -> HttpResponse:
    return made(request, make, FORMS["pdf"], f"{name}.{languages}.pdf", f"{request.workspace.name}-{name}.pdf")  # type: ignore[attr-defined]


@in_workspace(sees_shared)
@limited("download")
def poster_file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Two languages side by side; the same one twice is mended to the next."""
    first = language_asked(request)
    second = request.GET.get("second", "")
    if second not in content.LANGUAGES or second == first:
        second = next(one for one in content.LANGUAGES if one != first)
    prepared = Reading(request, viewer).prepared
    return _pdf(request, lambda: write_poster(prepared, languages=(first, second)), "poster", f"{first}-{second}")


class Typed(forms.Form):
    """What one table wrote."""

    said_by = forms.CharField(
        label=gettext_lazy("Which table"), max_length=200, widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    )
    said_role = forms.CharField(
        label=gettext_lazy("Who spoke, in which role"), max_length=200, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    on = forms.DateField(label=gettext_lazy("Day of the workshop"), widget=forms.DateInput(attrs={"type": "date"}))
    lines = forms.CharField(
        label=gettext_lazy("What the table wrote, one line a fact"), max_length=200_000, widget=forms.Textarea(attrs={"rows": 12, "dir": "auto", "spellcheck": "false"}),
        help_text=gettext_lazy("23U 7 4 is influence 7 and interest 4. 12M 23U 2 says that two work together (0 no tie, 1 know each other). 23U need: … and 23U offer: … write a need or an offer. A sector, a colon and a name put somebody new on the map."),
    )  # fmt: skip


@in_workspace(may_edit)
def kit_type(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """First looked at line by line, then accepted as one batch; a line that is not understood stops nothing but is never lost."""
    initial = {"on": today_of(request.workspace)}  # type: ignore[attr-defined]
    form = Typed(request.POST if request.method == "POST" else kept(request), initial=initial)
    context = {"room": "more", "form": form, "keeps_form": True}
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        read = kit_lines(data["lines"], {code: ref for ref, code in body_codes(viewer).items()})
        if "accept" in request.POST and read.facts and not read.wrong and not read.too_many:
            return _accepted(request, viewer, form, read.facts)
        speech = Speech(request.LANGUAGE_CODE, Reading(request, viewer).current)
        context |= {
            "facts": [(one.line, said_fact(one, speech)) for one in read.facts], "wrong": [(one, said_wrong(one)) for one in read.wrong],
            "too_many": read.too_many, "most": MOST_LINES, "may_accept": bool(read.facts) and not read.wrong and not read.too_many, "is_read": True,
        }  # fmt: skip
    return render(request, "kit/type.html", context)


def _accepted(request: HttpRequest, viewer: Viewer, form: Typed, facts: tuple[Fact, ...]) -> HttpResponse:
    data = form.cleaned_data
    try:
        ref = kit_accept(viewer, facts=facts, said_by=data["said_by"], said_role=data["said_role"], on=data["on"].isoformat())
    except NotAllowedError:
        messages.error(request, _("A body was removed meanwhile. Nothing was written; look at the lines again."))
        return render(request, "kit/type.html", {"room": "more", "form": form, "keeps_form": True}, status=409)
    said = ngettext("{n} line of this table stands on the map.", "{n} lines of this table stand on the map.", len(facts))
    messages.success(request, said.format(n=len(facts)), extra_tags=f"undo:{ref}")
    return redirect("kit_type", viewer.workspace_ref)
