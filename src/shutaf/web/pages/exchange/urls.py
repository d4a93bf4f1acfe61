"""Its addresses."""

from django.urls import path

from shutaf.web.pages.exchange import paste, view

urlpatterns = [
    path("w/<str:workspace_ref>/exchange/", view.exchange, name="exchange"),
    path("w/<str:workspace_ref>/new/resource/", view.resource_new, name="resource_new"),
    path("w/<str:workspace_ref>/new/exchange/", paste.paste_exchange, name="paste_exchange"),
    path("w/<str:workspace_ref>/edit/resource/<path:ref>", view.resource_edit, name="resource_edit"),
    path("w/<str:workspace_ref>/trash/resource/<path:ref>", view.resource_trash, name="resource_trash"),
]
