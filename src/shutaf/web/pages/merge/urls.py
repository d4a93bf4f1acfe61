"""Addresses of merging."""

from django.urls import path

from shutaf.web.pages.merge import view

urlpatterns = [
    path("w/<str:workspace_ref>/merge/", view.merge, name="merge"),
    path("w/<str:workspace_ref>/merge/two", view.merge_two, name="merge_two"),
    path("w/<str:workspace_ref>/merge/apart", view.merge_apart, name="merge_apart"),
]
