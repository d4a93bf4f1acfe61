"""Its addresses."""

from django.urls import path

from shutaf.web.pages.like_us import view

urlpatterns = [path("w/<str:workspace_ref>/like-us/", view.like_us, name="like_us")]
