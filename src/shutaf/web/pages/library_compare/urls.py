"""Its address."""

from django.urls import path

from shutaf.web.pages.library_compare import view

urlpatterns = [path("library/compare/", view.library_compare, name="library_compare")]
