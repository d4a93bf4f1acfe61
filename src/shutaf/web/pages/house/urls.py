"""Its addresses; the names are those that allauth asks for."""

from django.urls import path

from shutaf.web.pages.house import view

urlpatterns = [
    path("sign-in/by/<slug:provider_id>/", view.leave, name="openid_connect_login"),
    path("sign-in/by/<slug:provider_id>/back/", view.back, name="openid_connect_callback"),
]
