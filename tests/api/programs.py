"""A program with a token of somebody of the town."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client

from shutaf.accounts.actions.api_tokens import token_make
from shutaf.accounts.viewer import Viewer
from town import Town

ALL = ("read", "write", "export")


class Program:
    """Asks in English below the town's address."""

    def __init__(self, town: Town, who: Viewer, scopes: tuple[str, ...] = ALL, *, token: str = "") -> None:
        self.town, self.client = town, Client(raise_request_exception=False)
        self.token = token or token_make(who, name="program", scopes=scopes)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """headers: If_Match="..." becomes If-Match."""
        told = {"Authorization": f"Bearer {self.token}", "Accept-Language": "en"} | {k.replace("_", "-"): v for k, v in headers.items()}
        at = path if path.startswith("/") else f"/api/v1/w/{self.town.ref}/{path}"
        sent = {"data": json.dumps(body), "content_type": "application/json"} if body is not None else {}
        return getattr(self.client, method.lower())(at, headers=told, **sent)

    def read(self, path: str, **headers: str) -> Any:
        response = self.ask("GET", path, **headers)
        assert response.status_code == 200, response.content.decode()
        return response.json()
