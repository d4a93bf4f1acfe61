"""The Django application of the subject `places`."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "shutaf.places"
    label = "places"
