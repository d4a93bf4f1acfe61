"""Its addresses."""

from django.urls import path

from shutaf.web.pages.home import view

urlpatterns = [path("w/<str:workspace_ref>/", view.home, name="home")]
