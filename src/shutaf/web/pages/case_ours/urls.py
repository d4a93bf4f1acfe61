"""Its addresses."""

from django.urls import path

from shutaf.web.pages.case_ours import view

urlpatterns = [
    path("w/<str:workspace_ref>/case/<str:ref>/ours/", view.case_ours, name="case_ours"),
    path("l/case/<str:ref>/", view.link_case, name="link_case"),
]
