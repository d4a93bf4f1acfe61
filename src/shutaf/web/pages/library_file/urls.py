"""Its addresses."""

from django.urls import path

from shutaf.web.pages.library_file import view

urlpatterns = [
    path("library/guide.<str:form>", view.library_file, name="library_file"),
    path("library/case/<slug:case_id>.<str:form>", view.library_case_file, name="library_case_file"),
]
