"""Its addresses."""

from allauth.mfa.base import views as allauth
from django.urls import path

from shutaf.web.pages.mfa import passkeys, view
from shutaf.web.shell.access import open_to_all, signed_in

urlpatterns = [
    path("sign-in/second/", open_to_all(view.Authenticate.as_view()), name="mfa_authenticate"),
    path("account/second/", view.factors, name="mfa_index"),
    path("account/again/code/", signed_in(allauth.reauthenticate), name="mfa_reauthenticate"),
    path("account/second/app/", signed_in(view.Activate.as_view()), name="mfa_activate_totp"),
    path("account/second/app/remove/", signed_in(view.Deactivate.as_view()), name="mfa_deactivate_totp"),
    path("sign-in/passkey/", open_to_all(passkeys.SignIn.as_view()), name="mfa_login_webauthn"),
    path("account/again/passkey/", signed_in(passkeys.Again.as_view()), name="mfa_reauthenticate_webauthn"),
    path("account/second/passkey/", signed_in(passkeys.Add.as_view()), name="mfa_add_webauthn"),
    path("account/second/passkey/<int:pk>/remove/", signed_in(passkeys.Remove.as_view()), name="mfa_remove_webauthn"),
    path("account/second/codes/", signed_in(view.Codes.as_view()), name="mfa_view_recovery_codes"),
    path("account/second/codes/new/", signed_in(view.NewCodes.as_view()), name="mfa_generate_recovery_codes"),
]
