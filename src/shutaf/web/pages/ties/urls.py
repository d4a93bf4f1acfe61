"""Its addresses."""

from django.urls import path

from shutaf.web.pages.ties import view

urlpatterns = [
    path("w/<str:workspace_ref>/ties/", view.ties, name="ties"),
    path("w/<str:workspace_ref>/new/tie/", view.tie_new, name="tie_new"),
    path("w/<str:workspace_ref>/edit/tie/<path:ref>", view.tie_edit, name="tie_edit"),
    path("w/<str:workspace_ref>/trash/tie/<path:ref>", view.tie_trash, name="tie_trash"),
]
