"""Its addresses."""

from django.urls import path

from shutaf.web.pages.department import view

urlpatterns = [path("w/<str:workspace_ref>/department/<path:ref>", view.department, name="department")]
