"""How is one address tried, and what is a refusal? The steps of the walk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from django.apps import apps
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from walk_cast import FOR_EDITORS, NAME_OF_WORKSPACE, Walker, sample
from walk_table import Route

from town import Town

REFUSED = frozenset({403, 404, 405, 410})
SUBJECTS = ("places", "bodies", "relations", "exchange", "cases", "partnerships", "intake", "stewardship")
OWN_PEOPLE = frozenset({"SECRETCONTACT"})  # whom to reach in the own department
TELL_ALL = frozenset({"heard_link", "heard_link_file"})
SEEN = frozenset({"seen_revision", "last_seen_at", "pages_seen"})  # that a member or support looked is noted when they look
LOGS = frozenset({"accounts.supportvisit", "accounts.contactread"})
SECOND_FACTOR = ("/account/second/?next=/w/", "/account/again/code/?next=/w/")


def patterns(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    """Every address there is, ours and those of packages; what programs ask is walked in `tests/api/test_walk.py`."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one) if one.namespace != "api" else ()
        else:
            yield one


def address(route: Route, pattern: URLPattern, town: Town, walker: Walker) -> str:
    """The route's address with something real in it."""
    names = list(pattern.pattern.converters)
    values: dict[str, str] = dict(route.fixed)
    if "workspace_ref" in names:
        values["workspace_ref"] = town.elsewhere.workspace_ref if walker.elsewhere else town.ref
    left = [name for name in names if name not in values]
    if route.of:
        assert len(left) == 1, f"{route.name}: of= fills one part of the address; {left} are open, fixed= fills the others"
        values[left.pop()] = sample(town, route.of)
    assert not left, f"{route.name}: say what stands for {left} in the address, with of= or fixed="
    asked = f"?{route.asks}" if route.asks else ""
    return reverse(route.name, kwargs=values) + asked


def visit(client: Client, method: str, at: str) -> tuple[HttpResponse, bool]:
    """The response, and whether anything of ours changed. All is taken back afterwards, the browser's cookies too."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        before = _everything()
        response = getattr(client, method)(at)
        body = text_of(response)
        changed = _everything() != before
        transaction.set_rollback(True)
    client.cookies = cookies
    response.said = body
    return response, changed


def _everything() -> list[Any]:
    """What the tables of accounts hold, the revisions among it, and how many rows each other subject has."""
    accounts = [_rows(model) for model in apps.get_app_config("accounts").get_models() if model._meta.label_lower not in LOGS]
    return accounts + [model.objects.count() for label in SUBJECTS for model in apps.get_app_config(label).get_models()]


def _rows(model: Any) -> list[Any]:
    return list(model.objects.order_by("pk").values_list(*[f.attname for f in model._meta.concrete_fields if f.name not in SEEN]))


def text_of(response: HttpResponse) -> str:
    """All text of a page or file: what is packed is unpacked."""
    content = b"".join(response) if response.streaming else response.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    if content[:5] == b"%PDF-":
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return content.decode("utf-8", "replace") + headers


def is_refusal(response: HttpResponse) -> bool:
    goes_to_sign_in = response.status_code == 302 and response.url.startswith(("/sign-in/", *SECOND_FACTOR))
    return goes_to_sign_in or response.status_code in REFUSED


def wrong_about(walker: Walker, route: Route, method: str, response: HttpResponse, changed: bool) -> Iterator[str]:
    """What this visit shows that it should not, as sentences."""
    needed = route.reads if method == "get" else route.writes
    may = needed in walker.levels and not (walker.elsewhere and route.of and "token" not in route.of)
    if response.status_code >= 500:
        yield f"the page broke ({response.status_code})"
    told = sorted(text for text in _unseen(walker, route) if text in response.said)
    if told:
        yield f"the answer holds {told}"
    if method == "get" and changed:
        yield "looking changed something"
    if not may and changed:
        yield "something was written"
    if not may and method == "get" and not is_refusal(response):
        yield f"no refusal but {response.status_code} (open to: {needed})"
    if not may and method == "post" and not is_refusal(response) and route.reads not in walker.levels:
        yield f"no refusal but {response.status_code} (open to: {needed})"
    if may and needed != "all" and method == "get" and not walker.elsewhere and is_refusal(response):
        yield f"refused with {response.status_code}, though open to: {needed}"


def _unseen(walker: Walker, route: Route) -> frozenset[str]:
    if route.name == "source":
        return frozenset()  # the program itself, with its example town
    if "link" in walker.levels and route.reads == "link":
        return FOR_EDITORS - (OWN_PEOPLE if route.name in TELL_ALL else frozenset())
    return walker.unseen() - ({NAME_OF_WORKSPACE} if route.tells_name else set())
