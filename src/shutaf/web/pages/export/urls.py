"""Its addresses."""

from django.urls import path

from shutaf.web.pages.export import view

urlpatterns = [
    path("w/<str:workspace_ref>/export/", view.export, name="export"),
    path("w/<str:workspace_ref>/workspace.zip", view.export_file, name="export_file"),
]
