"""Addresses of the internal map."""

from django.urls import path

from shutaf.web.pages.inside import view

urlpatterns = [
    path("w/<str:workspace_ref>/inside/", view.inside, name="inside"),
    path("w/<str:workspace_ref>/inside.<str:form>", view.inside_file, name="inside_file"),
]
