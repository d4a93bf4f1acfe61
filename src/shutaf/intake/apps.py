"""The Django application of the subject `intake`."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "shutaf.intake"
    label = "intake"
