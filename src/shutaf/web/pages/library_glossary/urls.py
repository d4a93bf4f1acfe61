"""Its address."""

from django.urls import path

from shutaf.web.pages.library_glossary import view

urlpatterns = [path("library/glossary/", view.library_glossary, name="library_glossary")]
