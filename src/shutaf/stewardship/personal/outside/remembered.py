"""Is something remembered in the shared cache that names this person? It is computed again without them when it is next asked for."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from django.conf import settings
from django.db import connection

from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.personal.known import Known
from shutaf.stewardship.personal.outside.trace import Trace


def traces(_viewer: Viewer, known: Known) -> Iterator[Trace]:
    name = settings.CACHES["default"]["LOCATION"]
    if name not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cache_key, value FROM {connection.ops.quote_name(name)}")  # noqa: S608 - a name from our settings
        rows = cursor.fetchall()
    for key, value in rows:
        text = f"{key} {_text(value)}"
        if known.loosely(text):
            yield Trace("remembered", "", lambda key=key: _forget(name, key))  # type: ignore[misc]


def _text(value: str) -> str:
    """What stands readable in a packed value; it is not unpacked."""
    try:
        return base64.b64decode(value).decode("utf-8", "ignore")
    except (binascii.Error, ValueError):
        return value


def _forget(table: str, key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)} WHERE cache_key = %s", [key])  # noqa: S608 - likewise
