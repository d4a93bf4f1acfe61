"""Its addresses."""

from django.urls import path

from shutaf.web.pages.curate import view

urlpatterns = [
    path("w/<str:workspace_ref>/curate/", view.curate, name="curate"),
    path("w/<str:workspace_ref>/curate/<str:address>/", view.curate_case, name="curate_case"),
]
