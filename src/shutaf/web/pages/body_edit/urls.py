"""Its addresses."""

from django.urls import path

from shutaf.web.pages.body_edit import view

urlpatterns = [
    path("w/<str:workspace_ref>/new/body/", view.body_new, name="body_new"),
    path("w/<str:workspace_ref>/edit/body/<path:ref>", view.body_edit, name="body_edit"),
    path("w/<str:workspace_ref>/new/person/<path:ref>", view.person_new, name="person_new"),
]
