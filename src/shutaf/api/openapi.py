"""What does the description for programs say beyond what the routes tell by themselves? Headers, and the form of refusals."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from shutaf.api.problems import MEDIA_TYPE

ABOUT = """Everything a member may do with the data of a workspace, for programs.

A member makes a token on the page “Tokens for programs”; it is sent as `Authorization: Bearer shutaf_…` and never has more than its maker has
at that moment. Lists come in pages (`cursor`, `limit`, header `Link`). Each thing read has an `ETag`: send it as `If-None-Match` to be told 304
while nothing changed, or as `If-Match` with a change so that nobody's work is overwritten. A write with an `Idempotency-Key` is done once,
however often it is sent within a day. Refusals are `application/problem+json` in the language of `Accept-Language` (he, ar, en, de)."""


def _header(name: str, about: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"in": "header", "name": name, "required": False, "description": about, "schema": schema}


_ANY: dict[str, Any] = {"type": "string"}
LANGUAGE = _header("Accept-Language", "Language of words and refusals: he, ar, en, de.", _ANY)
KNOWN = _header("If-None-Match", "ETag of what you have: 304 while it is the same.", _ANY)
SAME = _header("If-Match", "ETag of what you changed: 412 when it is not that any more.", _ANY)
ONCE = _header(
    "Idempotency-Key", "A name of this request: sent again within a day it does nothing and is answered alike.",
    {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"},
)  # fmt: skip

_TEXT: dict[str, Any] = {"schema": {"type": "string"}}
ETAG = {"description": "Changes when the thing does.", **_TEXT}
LINK = {"description": 'Address of the next page, as rel="next".', **_TEXT}
RETRY = {"description": "Seconds to wait.", "schema": {"type": "integer"}}
BEARER = {"description": "Bearer.", **_TEXT}
REPLAYED = {"description": "true when this is what an earlier request with the same key was answered.", **_TEXT}


class Api(NinjaAPI):
    """Ninja's description, made whole."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None) -> OpenAPISchema:
        told = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        for methods in told["paths"].values():
            for method, operation in methods.items():
                _complete(method, operation)
        return told


def _complete(method: str, operation: dict[str, Any]) -> None:
    operation["parameters"] += [LANGUAGE, KNOWN] if method == "get" else [LANGUAGE, ONCE, *([SAME] if method != "post" else [])]
    for parameter in operation["parameters"]:
        if parameter["in"] == "path":
            parameter["schema"].setdefault("minLength", 1)
    for status, response in operation["responses"].items():
        _complete_response(method, int(status), response)


def _complete_response(method: str, status: int, response: dict[str, Any]) -> None:
    if status >= 400 and "content" in response:
        response["content"] = {MEDIA_TYPE: next(iter(response["content"].values()))}
    headers: dict[str, Any] = {}
    if status in (200, 304) and method == "get":
        headers = {"ETag": ETAG} | ({"Link": LINK} if status == 200 else {})
    elif status < 300:
        headers = {"Idempotency-Replayed": REPLAYED}
    elif status == 401:
        headers = {"WWW-Authenticate": BEARER}
    elif status == 429:
        headers = {"Retry-After": RETRY}
    if headers:
        response["headers"] = headers
