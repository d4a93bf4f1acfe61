"""Its addresses."""

from django.urls import path

from shutaf.web.pages.departments import view

urlpatterns = [path("w/<str:workspace_ref>/departments/", view.departments, name="departments")]
