"""Its addresses."""

from django.urls import path

from shutaf.web.pages.links import many, remind, view

urlpatterns = [
    path("w/<str:workspace_ref>/links/", view.links, name="links"),
    path("w/<str:workspace_ref>/links/departments/", many.links_departments, name="links_departments"),
    path("w/<str:workspace_ref>/links/bodies/", many.matrix_bodies, name="matrix_bodies"),
    path("w/<str:workspace_ref>/link/<int:link_id>/", view.link_end, name="link_end"),
    path("w/<str:workspace_ref>/link/<int:link_id>/remind/", remind.link_remind_page, name="link_remind"),
]
