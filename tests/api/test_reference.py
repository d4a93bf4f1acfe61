"""Is every route told in the reference, with every status it may have?"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from shutaf.api.application import api

ROOT = Path(__file__).parents[2]
TOLD = api.get_openapi_schema(path_prefix="/api/v1/")
OPERATIONS = [(method, path, one) for path, methods in TOLD["paths"].items() for method, one in methods.items()]


def test_the_page_is_as_the_routes_are() -> None:
    found = importlib.util.spec_from_file_location("api_reference", ROOT / "dev/api_reference.py")
    assert found
    assert found.loader
    maker = importlib.util.module_from_spec(found)
    found.loader.exec_module(maker)
    assert (ROOT / "docs/reference/api.md").read_text(encoding="utf-8") == maker.page_of(TOLD), "run dev/api_reference.py"


def test_every_route_tells_every_refusal() -> None:
    for method, path, one in OPERATIONS:
        told = {int(status) for status in one["responses"]}
        needed = {400, 401, 403, 404, 413, 422, 429, 500} | ({409, 412, 415} if method != "get" else set())
        assert needed <= told, f"{method} {path} leaves out {needed - told}"
        assert all("application/problem+json" in one["responses"][status]["content"] for status in needed), path


def test_every_route_says_what_it_does_in_a_sentence() -> None:
    assert [path for _method, path, one in OPERATIONS if not one.get("description", "").endswith(".")] == []


def test_every_change_of_one_thing_takes_if_match_and_every_write_a_key() -> None:
    for method, path, one in OPERATIONS:
        headers = {p["name"] for p in one["parameters"] if p["in"] == "header"}
        assert "Accept-Language" in headers, path
        assert ("Idempotency-Key" in headers) == (method != "get"), path
        assert ("If-Match" in headers) == (method in ("patch", "put", "delete")), path
