"""Its address."""

from django.urls import path

from shutaf.web.pages.told import view

urlpatterns = [path("w/<str:workspace_ref>/map/told/", view.told, name="told")]
