"""Its addresses."""

from django.urls import path

from shutaf.web.pages.place import view

urlpatterns = [path("w/<str:workspace_ref>/place/", view.place, name="place")]
