"""Its addresses."""

from django.urls import path

from shutaf.web.pages.told_case import view

urlpatterns = [
    path("library/told/<str:address>/", view.library_told, name="library_told"),
    path("library/told/<str:address>/case.md", view.library_told_file, name="library_told_file"),
    path("w/<str:workspace_ref>/cases/told/<str:address>/", view.case_told, name="case_told"),
]
