"""Its addresses."""

from django.urls import path

from shutaf.web.pages.export import view

urlpatterns = [
    path("w/<str:workspace_ref>/export/", view.export, name="export"),
    path("w/<str:workspace_ref>/export/calendar.ics", view.calendar_file, name="calendar_file"),
    path("w/<str:workspace_ref>/export/<str:form>/", view.format_file, name="format_file"),
    path("w/<str:workspace_ref>/workspace.zip", view.export_file, name="export_file"),
]
