"""Its addresses."""

from django.urls import path

from shutaf.web.pages.about import view

urlpatterns = [path("about/", view.about, name="about"), path("source/", view.source, name="source")]
