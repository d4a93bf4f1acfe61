"""Its addresses."""

from django.urls import path

from shutaf.web.pages.findings import changed, view

urlpatterns = [
    path("w/<str:workspace_ref>/findings/", view.findings, name="findings"),
    path("w/<str:workspace_ref>/findings/changed/", changed.findings_changed, name="findings_changed"),
    path("w/<str:workspace_ref>/finding/<str:signature>/", view.finding_said, name="finding_said"),
    path("w/<str:workspace_ref>/finding/<str:signature>/rows/", view.finding_rows, name="finding_rows"),
]
