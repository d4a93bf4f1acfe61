"""Its addresses."""

from django.urls import path

from shutaf.web.pages.intake import view

urlpatterns = [path("w/<str:workspace_ref>/intake/", view.intake, name="intake")]
