"""Its addresses."""

from django.urls import path

from shutaf.web.pages.links import view

urlpatterns = [
    path("w/<str:workspace_ref>/links/", view.links, name="links"),
    path("w/<str:workspace_ref>/link/<int:link_id>/", view.link_end, name="link_end"),
]
