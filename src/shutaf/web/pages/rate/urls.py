"""Its addresses."""

from django.urls import path

from shutaf.web.pages.rate import door, view

urlpatterns = [
    path("r/", view.rate, name="rate"),
    path("r/done/", view.rate_done, name="rate_done"),
    path("r/<str:token>/", door.rate_open, name="rate_open"),
]
