"""The Django application of the subject `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "shutaf.accounts"
    label = "accounts"
