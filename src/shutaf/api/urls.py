"""Its addresses."""

from django.urls import path

from shutaf.api.application import api

urlpatterns = [path("api/v1/", api.urls)]
