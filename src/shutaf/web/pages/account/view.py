"""Sign-in by e-mail link, invitations, one's own account and sessions. Passwords are allauth's."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.actions import mail_queue, sign_in_link_make, sign_in_link_use, user_change, user_create
from shutaf.accounts.actions.invitations import invitation_accept
from shutaf.accounts.factors import has_factor
from shutaf.accounts.jobs import deliver_mail
from shutaf.accounts.queries import invitation_found, user_by_email
from shutaf.web.pages.account.form import AccountForm, EmailForm, JoinForm
from shutaf.web.parts.devices import device_said
from shutaf.web.shell.access import me, open_to_all, signed_in
from shutaf.web.shell.drafts import kept
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often
from shutaf.web.shell.middleware import speak_as_sent

BACKEND = "django.contrib.auth.backends.ModelBackend"


@open_to_all
def sign_in_link(request: HttpRequest) -> HttpResponse:
    """Ask for a link by mail. The answer is the same whether the address is known or not."""
    form = EmailForm(request.POST if request.method == "POST" else kept(request))
    if request.method == "POST" and form.is_valid():
        address = form.cleaned_data["email"].strip().lower()
        if is_too_often(request, "sign_in_link", key=address):
            return too_many(request)
        if user := user_by_email(address):
            link = settings.PUBLIC_URL + reverse("sign_in_use", args=[sign_in_link_make(user)])
            text = _("This link signs you in once, within 20 minutes:") + f"\n\n{link}\n\n" + _("If you did not ask for it, do nothing.")
            mail_queue(to=address, subject=_("Sign in to Shutaf"), text=text, language=request.LANGUAGE_CODE)
        deliver_mail.enqueue()  # also for nobody: the answer takes as long
        return render(request, "account/link_sent.html", {"email": address})
    return render(request, "account/link_ask.html", {"form": form})


@open_to_all
def sign_in_use(request: HttpRequest, token: str) -> HttpResponse:
    """Message programs open links to look at them, so opening changes nothing; the button does."""
    if request.method != "POST":
        return render(request, "account/link_use.html")
    if is_too_often(request, "token"):
        return too_many(request)
    user = sign_in_link_use(token)
    if user is None:
        return render(request, "account/link_gone.html", status=410)
    record_authentication(request, user, method="link")
    response: HttpResponse = perform_login(request, Login(user=user))  # not past the second factor
    return response


@open_to_all
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation: as who one is already, or with a new account for the address it was sent to."""
    found = invitation_found(token)
    if (found is None or request.method == "POST") and is_too_often(request, "token"):
        return too_many(request)
    if found is None:
        return render(request, "account/link_gone.html", status=410)
    speak_as_sent(request, found.language)
    email = found.email
    if request.user.is_authenticated:
        return _join_as(request, token, found.workspace_name, email)
    if user_by_email(email):
        messages.info(request, _("This address has an account. Sign in, then open the invitation again."))
        return redirect(f"{reverse('account_login')}?next={request.path}")
    form = JoinForm(request.POST if request.method == "POST" else kept(request), initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        user = user_create(email=email, name=data["name"], password=data["password"], language=data["language"])
        ref = invitation_accept(token, user=user)
        login(request, user, backend=BACKEND)
        return redirect("home", ref) if ref else redirect("start")
    return render(request, "account/invitation.html", {"form": form, "joins": found.workspace_name, "keeps_form": True})


def _join_as(request: HttpRequest, token: str, workspace_name: str, email: str) -> HttpResponse:
    if request.user.email != email:  # type: ignore[union-attr]
        return render(request, "account/invitation_other.html", status=403)
    if request.method != "POST":
        return render(request, "account/invitation.html", {"joins": workspace_name})
    ref = invitation_accept(token, user=me(request))
    return redirect("home", ref) if ref else redirect("start")


@signed_in
def account(request: HttpRequest) -> HttpResponse:
    user = me(request)
    form = AccountForm(
        request.POST if request.method == "POST" else kept(request),
        initial={"name": user.name, "language": user.language or request.LANGUAGE_CODE},
    )
    if request.method == "POST" and form.is_valid():
        user_change(me(request), name=form.cleaned_data["name"], language=form.cleaned_data["language"])
        messages.success(request, _("Saved."))
        response = HttpResponseRedirect(reverse("account"))
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, form.cleaned_data["language"], samesite="Lax", httponly=True, secure=settings.IS_HTTPS
        )
        return response
    return render(
        request,
        "account/account.html",
        {
            "form": form,
            "keeps_form": True,
            "sessions": [(one, device_said(one.user_agent)) for one in _sessions(request)],
            "has_factor": has_factor(user),
        },
    )


def _sessions(request: HttpRequest) -> list[UserSession]:
    return [session for session in UserSession.objects.purge_and_list(request.user) if session.exists()]


@signed_in
@require_POST
def session_end(request: HttpRequest) -> HttpResponse:
    """End one session, all but this one (id "others"), or all (id "all")."""
    wanted = request.POST.get("id", "")
    for session in _sessions(request):
        if wanted == "all" or (wanted == "others" and not session.is_current()) or str(session.pk) == wanted:
            session.end()
    if wanted == "all":
        logout(request)
        return redirect("account_login")
    return redirect("account") if request.session.session_key else redirect("start")


@open_to_all
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        logout(request)
        return redirect("account_login")
    return render(request, "account/logout.html")
