"""Its addresses."""

from django.urls import path

from shutaf.web.pages.partnership import view

urlpatterns = [
    path("w/<str:workspace_ref>/partnerships/", view.partnerships, name="partnerships"),
    path("w/<str:workspace_ref>/new/partnership/", view.partnership_new, name="partnership_new"),
    path("w/<str:workspace_ref>/edit/partnership/<str:ref>", view.partnership_edit, name="partnership_edit"),
    path("w/<str:workspace_ref>/trash/partnership/<str:ref>", view.partnership_trash, name="partnership_trash"),
]
