"""Its addresses."""

from django.urls import path

from shutaf.web.pages.bodies import view

urlpatterns = [path("w/<str:workspace_ref>/bodies/", view.bodies, name="bodies")]
