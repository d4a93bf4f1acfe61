"""The Django application of the subject `partnerships`."""

from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "shutaf.partnerships"
    label = "partnerships"
