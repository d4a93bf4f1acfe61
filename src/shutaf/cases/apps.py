"""The Django application of the subject `cases`."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "shutaf.cases"
    label = "cases"
