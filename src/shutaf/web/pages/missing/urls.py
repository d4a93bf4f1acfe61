"""Its addresses."""

from django.urls import path

from shutaf.web.pages.missing import view

urlpatterns = [
    path("w/<str:workspace_ref>/missing/", view.missing, name="missing"),
    path("w/<str:workspace_ref>/missing/<str:signature>/add/", view.missing_add, name="missing_add"),
    path("w/<str:workspace_ref>/missing/<str:signature>/", view.missing_said, name="missing_said"),
]
