"""Passkeys: added, used and removed. The browser speaks with the key (page.js), allauth checks what it said."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse_lazy

from shutaf.web.shell.factors import note_proved


class Add(AddWebAuthnView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """allauth forgets the form that was filled, and with it what is wrong."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"form": kwargs.get("form", context["form"])}

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        note_proved(self.request, "webauthn")
        return response


class Remove(RemoveWebAuthnView):  # type: ignore[misc]
    success_url = reverse_lazy("mfa_index")


class Again(ReauthenticateWebAuthnView):  # type: ignore[misc]
    def form_invalid(self, form: Any) -> HttpResponse:
        super().form_invalid(form)  # says what is wrong
        return HttpResponseRedirect(self.request.get_full_path())


class SignIn(LoginWebAuthnView):  # type: ignore[misc]
    """GET gives what the key has to sign, as JSON; POST takes its answer."""
