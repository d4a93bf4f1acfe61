"""Does every address refuse whom it must? All of them, as ten people, with GET and POST."""

from __future__ import annotations

import pytest
from django.test import Client
from walk_cast import CAST, Walker, filled_town
from walk_steps import address, patterns, visit, wrong_about
from walk_table import BY_NAME, ROUTES

pytestmark = pytest.mark.django_db

METHODS = ("get", "post")


ON_BOTH = ("the owner", "the partner of another body")  # what the others are refused is decided before the database is asked
WALKERS = [pytest.param(walker, id=walker.name, marks=[pytest.mark.sql] if walker.name in ON_BOTH else []) for walker in CAST]


@pytest.mark.parametrize("walker", WALKERS)
def test_every_address_refuses_whom_it_must(walker: Walker, db: None) -> None:
    town = filled_town()
    client = walker.browser(town)
    wrong = []
    for pattern in patterns():
        if (route := BY_NAME.get(pattern.name or "")) is None:
            continue
        at = address(route, pattern, town, walker)
        for method in METHODS:
            response, changed = visit(client, method, at)
            wrong += [
                f"{method.upper()} {route.name} as {walker.name}: {what}" for what in wrong_about(walker, route, method, response, changed)
            ]
    assert not wrong, "\n".join(wrong)


def test_every_address_is_listed() -> None:
    """A new page cannot be forgotten here."""
    unlisted = sorted({str(p.name) for p in patterns()} - BY_NAME.keys())
    assert not unlisted, f"say in tests/web/walk_table.py who may read and write {unlisted}: Route({unlisted[0]!r}, reads=..., writes=...)"


def test_every_view_says_who_may_open_it() -> None:
    """in_workspace(rule), signed_in, by_link or open_to_all: a view without any of them is open by accident."""
    assert [p.name for p in patterns() if not hasattr(p.callback, "rule")] == []


def test_the_list_is_in_the_order_of_the_alphabet() -> None:
    names = [route.name for route in ROUTES]
    assert names == sorted(set(names))


def test_no_form_is_taken_from_another_site(db: None) -> None:
    town, client = filled_town(), Client(enforce_csrf_checks=True)
    client.force_login(town.dana, backend="django.contrib.auth.backends.ModelBackend")
    taken = []
    for pattern in patterns():
        if route := BY_NAME.get(pattern.name or ""):
            response, changed = visit(client, "post", address(route, pattern, town, CAST[-1]))
            if response.status_code != 403 or changed:
                taken.append((route.name, response.status_code))
    assert taken == []
