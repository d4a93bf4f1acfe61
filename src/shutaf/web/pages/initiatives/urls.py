"""Its addresses."""

from django.urls import path

from shutaf.web.pages.initiatives import view

urlpatterns = [
    path("w/<str:workspace_ref>/initiatives/", view.initiatives, name="initiatives"),
    path("w/<str:workspace_ref>/new/initiative/", view.initiative_new, name="initiative_new"),
    path("w/<str:workspace_ref>/initiative/<path:ref>", view.initiative, name="initiative"),
    path("w/<str:workspace_ref>/edit/initiative/<path:ref>", view.initiative_edit, name="initiative_edit"),
    path("w/<str:workspace_ref>/trash/initiative/<path:ref>", view.initiative_trash, name="initiative_trash"),
]
