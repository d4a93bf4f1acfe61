"""The first page: a door for those outside, three ways in for the new, a choice for those with several workspaces."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from shutaf.accounts.actions import workspace_create
from shutaf.accounts.queries import workspaces_of
from shutaf.accounts.safety import supported_workspaces
from shutaf.stewardship.actions import example_create
from shutaf.web.pages.start.form import WorkspaceForm
from shutaf.web.shell.access import me, open_to_all, signed_in
from shutaf.web.shell.drafts import kept

WAYS = {"sheet": "import_new", "names": "hour_names", "empty": "home"}


@open_to_all
def start(request: HttpRequest) -> HttpResponseBase:
    if not request.user.is_authenticated:
        return redirect_to_login("/")
    mine, looked_into = workspaces_of(request.user), supported_workspaces(request.user)
    if len(mine) == 1 and not looked_into and "all" not in request.GET:
        return redirect("home", mine[0].ref)
    return render(request, "start/page.html", {"mine": mine, "looked_into": looked_into})


@signed_in
def workspace_new(request: HttpRequest) -> HttpResponse:
    """?way=sheet | names | empty says where the new workspace opens."""
    way = request.GET.get("way", "empty")
    form = WorkspaceForm(request.POST if request.method == "POST" else kept(request), initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST" and form.is_valid():
        viewer = workspace_create(me(request), name=form.cleaned_data["name"], language=form.cleaned_data["language"])
        return redirect(WAYS.get(way, "home"), viewer.workspace_ref)
    return render(request, "start/new.html", {"form": form, "keeps_form": True})


@signed_in
@require_POST
def example_new(request: HttpRequest) -> HttpResponse:
    return redirect("home", example_create(me(request)).workspace_ref)
