"""Its addresses."""

from django.urls import path

from shutaf.web.pages.language import view

urlpatterns = [path("language/", view.language, name="language"), path("theme/", view.theme, name="theme")]
