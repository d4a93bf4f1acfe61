"""Its addresses."""

from django.urls import path

from shutaf.web.pages.search import view

urlpatterns = [path("w/<str:workspace_ref>/search/", view.search, name="search")]
