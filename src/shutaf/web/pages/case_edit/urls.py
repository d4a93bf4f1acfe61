"""Its addresses."""

from django.urls import path

from shutaf.web.pages.case_edit import view

urlpatterns = [
    path("w/<str:workspace_ref>/new/case/", view.case_new, name="case_new"),
    path("w/<str:workspace_ref>/edit/case/<str:ref>", view.case_edit, name="case_edit"),
]
