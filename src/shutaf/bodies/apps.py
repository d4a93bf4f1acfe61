"""The Django application of the subject `bodies`."""

from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "shutaf.bodies"
    label = "bodies"
