"""Its addresses."""

from django.urls import path

from shutaf.web.pages.start import view

urlpatterns = [
    path("", view.start, name="start"),
    path("workspace/new/", view.workspace_new, name="workspace_new"),
    path("workspace/example/", view.example_new, name="example_new"),
]
