"""Its addresses."""

from django.urls import path

from shutaf.web.pages.accessibility import view

urlpatterns = [
    path("accessibility/", view.accessibility, name="accessibility"),
    path("accessibility/tell/", view.defect_new, name="defect_new"),
    path("accessibility/told/", view.defect_told, name="defect_told"),
]
