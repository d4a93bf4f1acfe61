"""Its addresses."""

from allauth.account import views as allauth
from django.urls import path

from shutaf.web.pages.account import view
from shutaf.web.shell.access import open_to_all, signed_in

urlpatterns = [
    path("sign-in/", open_to_all(allauth.login), name="account_login"),
    path("sign-in/closed/", open_to_all(allauth.account_inactive), name="account_inactive"),
    path("sign-in/link/", view.sign_in_link, name="sign_in_link"),
    path("sign-in/link/<str:token>/", view.sign_in_use, name="sign_in_use"),
    path("sign-out/", view.sign_out, name="account_logout"),
    path("invitation/<str:token>/", view.invitation, name="invitation"),
    path("password/reset/", open_to_all(allauth.password_reset), name="account_reset_password"),
    path("password/reset/sent/", open_to_all(allauth.password_reset_done), name="account_reset_password_done"),
    path(
        "password/reset/key/<str:uidb36>-<str:key>/", open_to_all(allauth.password_reset_from_key), name="account_reset_password_from_key"
    ),
    path("password/reset/done/", open_to_all(allauth.password_reset_from_key_done), name="account_reset_password_from_key_done"),
    path("password/change/", signed_in(allauth.password_change), name="account_change_password"),
    path("password/set/", signed_in(allauth.password_set), name="account_set_password"),
    path("account/again/", signed_in(allauth.reauthenticate), name="account_reauthenticate"),
    path("account/", view.account, name="account"),
    path("account/session/", view.session_end, name="session_end"),
]
