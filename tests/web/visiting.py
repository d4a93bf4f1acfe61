"""A visitor of the example town's pages, as tests of several pages need one."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from town import Town


def signed_in(town: Town, who: str, language: str = "en") -> Client:
    """who: dana, eli, vera, omar or ruth."""
    client = Client()
    client.cookies["shutaf_language"] = language
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    return client


def at(town: Town, name: str, *refs: str) -> str:
    """The address of a page of the town."""
    return reverse(name, args=[town.ref, *refs])
