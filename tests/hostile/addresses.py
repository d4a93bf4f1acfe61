"""Every address of the program with something real in it, as somebody hostile would try them one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from walk_cast import CAST, Walker
from walk_steps import address, patterns
from walk_table import BY_NAME, Route

from town import Town

OWNER = next(walker for walker in CAST if walker.name == "the owner")
BACKEND = "django.contrib.auth.backends.ModelBackend"


def visitor(town: Town, who: str = "dana", **options: Any) -> Client:
    """A browser of one of the cast; nobody's without a name."""
    client = Client(raise_request_exception=False, **options)
    if who:
        client.force_login(getattr(town, who), backend=BACKEND)
    return client


def addresses(town: Town, walker: Walker = OWNER) -> Iterator[tuple[Route, str]]:
    """What the walk of `tests/web` visits."""
    for pattern in patterns():
        if (route := BY_NAME.get(pattern.name or "")) is not None:
            yield route, address(route, pattern, town, walker)


@contextmanager
def taken_back(client: Client) -> Iterator[None]:
    """What a visit wrote is undone, and the browser forgets its cookies."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies


def asked(client: Client, method: str, at: str, *args: Any, **options: Any) -> HttpResponse:
    """One visit, taken back; `said` is all its bytes."""
    with taken_back(client):
        response = getattr(client, method)(at, *args, **options)
        response.said = b"".join(response) if response.streaming else response.content
    return response
