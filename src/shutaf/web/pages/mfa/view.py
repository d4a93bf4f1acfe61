"""What a person has set up, and the steps of setting it up. The steps are allauth's; look, words and the way back are ours."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from shutaf.web.parts.qr import qr_svg
from shutaf.web.shell.access import me, signed_in
from shutaf.web.shell.factors import note_proved, note_way_back, way_back


@signed_in
def factors(request: HttpRequest) -> HttpResponse:
    """?next= is where to go on afterwards."""
    note_way_back(request)
    mine = {kind: [one for one in _mine(request) if one.type == kind] for kind in Authenticator.Type}
    codes = mine[Authenticator.Type.RECOVERY_CODES]
    context = {
        "app": next(iter(mine[Authenticator.Type.TOTP]), None), "passkeys": mine[Authenticator.Type.WEBAUTHN],
        "codes_left": len(codes[0].wrap().get_unused_codes()) if codes else 0, "way_back": way_back(request),
    }  # fmt: skip
    return render(request, "mfa/index.html", context | {"has_any": bool(context["app"] or context["passkeys"])})


def _mine(request: HttpRequest) -> list[Any]:
    return list(Authenticator.objects.filter(user=me(request)).order_by("pk"))


class Authenticate(AuthenticateView):  # type: ignore[misc]
    """After the password. Whoever has no passkey is offered none."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"has_passkey": is_mfa_enabled(self.stage.login.user, [Authenticator.Type.WEBAUTHN])}


class Activate(ActivateTOTPView):  # type: ignore[misc]
    """An app on the telephone: scan, then type what it shows."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        secret = context["form"].secret
        grouped = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
        return context | {"qr": qr_svg(context["totp_url"]), "secret": grouped}

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        note_proved(self.request, "totp")
        return response


class _OnlyIfThere:
    """Without one there is nothing to see or to remove: back to the list, which says so."""

    kind: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not Authenticator.objects.filter(user=me(request), type=self.kind).exists():
            return redirect("mfa_index")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response


class Deactivate(_OnlyIfThere, DeactivateTOTPView):  # type: ignore[misc]
    kind = Authenticator.Type.TOTP


class Codes(_OnlyIfThere, ViewRecoveryCodesView):  # type: ignore[misc]
    """Shown once."""

    kind = Authenticator.Type.RECOVERY_CODES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"way_back": way_back(self.request)}


class NewCodes(GenerateRecoveryCodesView):  # type: ignore[misc]
    pass
