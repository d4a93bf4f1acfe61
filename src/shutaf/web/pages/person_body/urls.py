"""Its address."""

from django.urls import path

from shutaf.web.pages.person_body import view

urlpatterns = [path("w/<str:workspace_ref>/body-person/<path:ref>", view.person_body, name="person_body")]
