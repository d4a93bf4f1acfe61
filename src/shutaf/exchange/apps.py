"""The Django application of the subject `exchange`."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "shutaf.exchange"
    label = "exchange"
