"""Its addresses."""

from django.urls import path

from shutaf.web.pages.defects import view

urlpatterns = [
    path("w/<str:workspace_ref>/defects/", view.defects, name="defects"),
    path("w/<str:workspace_ref>/defect/<path:ref>", view.defect, name="defect"),
]
