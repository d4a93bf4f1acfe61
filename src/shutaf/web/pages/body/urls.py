"""Its addresses."""

from django.urls import path

from shutaf.web.pages.body import view

urlpatterns = [
    path("w/<str:workspace_ref>/body/<path:ref>", view.body, name="body"),
    path("w/<str:workspace_ref>/trash/body/<path:ref>", view.body_trash, name="body_trash"),
]
