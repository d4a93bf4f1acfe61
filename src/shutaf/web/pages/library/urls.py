"""Its addresses."""

from django.urls import path

from shutaf.web.pages.library import view

urlpatterns = [path("library/", view.library, name="library")]
