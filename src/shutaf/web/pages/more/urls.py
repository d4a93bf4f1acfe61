"""Its addresses."""

from django.urls import path

from shutaf.web.pages.more import view

urlpatterns = [path("w/<str:workspace_ref>/more/", view.more, name="more")]
