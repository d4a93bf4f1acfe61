"""The Django application of the subject `stewardship`."""

from django.apps import AppConfig


class StewardshipConfig(AppConfig):
    name = "shutaf.stewardship"
    label = "stewardship"
