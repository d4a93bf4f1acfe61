"""Its addresses."""

from django.urls import path

from shutaf.web.pages.requests import held, view

urlpatterns = [
    path("w/<str:workspace_ref>/requests/", view.requests, name="requests"),
    path("w/<str:workspace_ref>/request/<str:ref>/", view.request_one, name="request"),
    path("w/<str:workspace_ref>/held/", held.held, name="held"),
    path("w/<str:workspace_ref>/held/erase/", held.held_erase, name="held_erase"),
    path("w/<str:workspace_ref>/held/file.<str:form>", held.held_file, name="held_file"),
]
