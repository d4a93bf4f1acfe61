"""The Django application of the subject `relations`."""

from django.apps import AppConfig


class RelationsConfig(AppConfig):
    name = "shutaf.relations"
    label = "relations"
