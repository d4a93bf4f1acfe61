"""Can a page of another site send a form of ours in somebody's name?"""

from __future__ import annotations

import re

import pytest
from addresses import visitor
from django.test import Client
from django.urls import reverse

from town import Town

pytestmark = pytest.mark.django_db


def with_token(town: Town) -> tuple[Client, dict[str, str]]:
    """A browser that has a form of ours open, and what that form sends."""
    client = visitor(town, enforce_csrf_checks=True)
    said = client.get(reverse("account")).content.decode()
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', said)[0]
    return client, {"csrfmiddlewaretoken": token, "name": "Renamed", "language": "de"}


def name_now(town: Town) -> str:
    town.dana.refresh_from_db()
    return str(town.dana.name)


def test_our_own_form_is_taken(town: Town) -> None:
    client, form = with_token(town)
    assert client.post(reverse("account"), form).status_code == 302
    assert name_now(town) == "Renamed"


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://testserver.evil.example", "https://testserver", "http://testserver:8443"]
)
def test_a_form_that_says_it_comes_from_elsewhere_is_refused_though_its_token_is_right(town: Town, origin: str) -> None:
    client, form = with_token(town)
    assert client.post(reverse("account"), form, HTTP_ORIGIN=origin).status_code == 403
    assert name_now(town) == "Dana"


def test_a_token_of_another_browser_is_refused(town: Town) -> None:
    client, _form = with_token(town)
    _other, form = with_token(town)
    assert client.post(reverse("account"), form).status_code == 403


@pytest.mark.parametrize("token", ["", "x", "a" * 32, "a" * 64, "\x00", "é" * 32])
def test_a_guessed_token_is_refused(town: Town, token: str) -> None:
    client, form = with_token(town)
    assert client.post(reverse("account"), form | {"csrfmiddlewaretoken": token}).status_code == 403


def test_no_address_writes_because_of_a_method_in_a_field(town: Town) -> None:
    """As some frameworks let a form say PUT or DELETE, or GET say POST."""
    client = visitor(town)
    said = {"_method": "post", "name": "Renamed", "language": "de"}
    client.get(reverse("account"), said, HTTP_X_HTTP_METHOD_OVERRIDE="POST")
    assert name_now(town) == "Dana"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace", "head"])
def test_other_methods_change_nothing(town: Town, method: str) -> None:
    client = visitor(town)
    answer = getattr(client, method)(
        reverse("account"),
        **(
            {}
            if method in ("head", "trace")
            else {"data": b"name=Renamed&language=de", "content_type": "application/x-www-form-urlencoded"}
        ),
    )
    assert answer.status_code < 500
    assert name_now(town) == "Dana"
