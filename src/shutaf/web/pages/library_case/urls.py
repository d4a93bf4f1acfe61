"""Its addresses."""

from django.urls import path

from shutaf.web.pages.library_case import view

urlpatterns = [path("library/case/<slug:ref>/", view.library_case, name="library_case")]
