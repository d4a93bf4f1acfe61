"""Does every route refuse whom it must? All of them, with every kind of token, none among them, in both directions between workspaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.utils import timezone
from programs import Program

import world
from shutaf.accounts.actions.api_tokens import token_revoke
from shutaf.accounts.models import ApiToken, Deed, Member
from shutaf.api.application import api
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

PATHS = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
EVERYTHING = ("/initiatives", "/rows/", "/history", "/trash")
"""Begins of addresses that only those may read who see everything."""

SECRETS = frozenset(world.SECRETS.values()) - {world.SECRETS["registration"]}


def routes() -> Iterator[tuple[str, str]]:
    """(method, path below the workspace), with something in every gap."""
    for path, methods in PATHS.items():
        below = path.removeprefix("/api/v1/w/{workspace}/")
        for method in methods:
            filled = below.replace("{form}", "html" if below.startswith("brief") else "gexf").replace("{table}", "bodies.body")
            yield method.upper(), re.sub(r"\{\w+\}", "merchants", filled)


ROUTES = tuple(routes())


def answers(program: Program) -> dict[tuple[str, str], Any]:
    return {(method, path): program.ask(method, path, {} if method != "GET" else None) for method, path in ROUTES}


@pytest.fixture
def marked(db: None, settings: Any) -> Town:
    """The town of world.py, with a marker in every field for editors; the partner's own body has none, since its own words are theirs to read."""
    settings.API_PER_MINUTE = 10**6
    bodies = tuple(replace(one, barriers=(), opportunities="") if one.ref == "bakery" else one for one in world.town().bodies)
    return build_town(world.town(bodies=bodies), partner_of="bakery")


def test_nobody_gets_in_without_an_open_token(marked: Town) -> None:
    none, expired, revoked, left = (Program(marked, who) for who in (marked.owner, marked.editor, marked.viewer, marked.partner))
    none.token = ""
    ApiToken.objects.filter(user=marked.eli).update(expires_at=timezone.now())
    token_revoke(marked.viewer, ref=ApiToken.objects.get(user=marked.vera).ref)
    Member.objects.filter(user=marked.omar).delete()
    before = Deed.objects.count()
    for program in (none, expired, revoked, left):
        assert {response.status_code for response in answers(program).values()} == {401}
    assert Deed.objects.count() == before


def test_a_token_finds_no_other_workspace(marked: Town) -> None:
    before = Deed.objects.count()
    found = answers(Program(marked, marked.elsewhere))
    assert {response.status_code for response in found.values()} == {404}
    assert Deed.objects.count() == before


def test_a_token_for_reading_writes_by_no_route(marked: Town) -> None:
    program, before = Program(marked, marked.owner, ("read",)), Deed.objects.count()
    wrong = {at: one.status_code for at, one in answers(program).items() if at[0] != "GET" and one.status_code not in (403, 422)}
    assert wrong == {}
    assert Deed.objects.count() == before


def test_a_viewers_token_writes_by_no_route_whatever_its_scope(marked: Town) -> None:
    program, before = Program(marked, marked.viewer), Deed.objects.count()
    refused = {403, 404, 409, 413, 415, 422}
    assert {at: r.status_code for at, r in answers(program).items() if at[0] != "GET" and r.status_code not in refused} == {}
    assert Deed.objects.count() == before


def test_a_partner_reads_nothing_for_editors_by_any_route(marked: Town) -> None:
    program = Program(marked, marked.partner)
    for (method, path), response in answers(program).items():
        told = response.content.decode("utf-8", "replace")
        assert not [secret for secret in SECRETS if secret in told], f"{method} {path}"
        if method == "GET" and f"/{path}".startswith(EVERYTHING):
            assert response.status_code == 403, path
