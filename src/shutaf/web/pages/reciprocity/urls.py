"""Its addresses."""

from django.urls import path

from shutaf.web.pages.reciprocity import view

urlpatterns = [path("w/<str:workspace_ref>/reciprocity/", view.reciprocity_page, name="reciprocity")]
