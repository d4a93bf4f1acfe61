"""One hostile text in every field of every table that takes free words, as if each had been typed by somebody who wants in."""

from __future__ import annotations

import re
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db import models

from shutaf.accounts.remembered import forget_everything
from shutaf.stewardship.personal.registry import personal_fields
from town import Town

PAYLOAD = (
    "=HOSTILE()'\"></title></textarea></script></style>--><hostile-x hostile-y=1 onload=hostile()>]]>\r\nX-HOSTILE: 1\r\n{{7*7}}#[hostile]"
)
"""A formula, an end to every place of a page, an element and an attribute that nothing of ours has, a line of a header, and marks of Typst."""
SHORT = "=HOSTILE()'\"><hostile-x>"
"""Where the whole one does not fit."""
NOT_WORDS = frozenset({"login", "device", "email", "phone"})
KEY = re.compile(r"[a-z0-9_.:@-]*")
MORE = {"accounts.workspace": ("name",), "bodies.body": ("name", "city", "address", "website"), "accounts.savedview": ("name",)}
"""Words that speak of no person."""


def plant(town: Town) -> int:
    """How many fields of rows hold the text now."""
    named = {(one.table, one.name) for one in personal_fields() if one.kind not in NOT_WORDS}
    named |= {(table, name) for table, names in MORE.items() for name in names}
    planted = sum(_planted(table, sorted(name for at, name in named if at == table)) for table in sorted({table for table, _name in named}))
    apps.get_model("accounts.workspace").objects.update(revision=models.F("revision") + 1)
    cache.clear()  # nothing that was computed before, and nothing that this process read: no journal tells it of these rows
    forget_everything()
    return planted


def _planted(table: str, names: list[str]) -> int:
    app, _, model = table.partition(".")
    if model not in apps.app_configs[app].models if app in apps.app_configs else True:
        return 0
    count, kind = 0, apps.get_model(table)
    there = {field.name: field for field in kind._meta.concrete_fields}
    for row in kind._base_manager.all():
        spoilt = {name: _spoilt(getattr(row, name), there[name]) for name in names if name in there}
        changed = {name: value for name, value in spoilt.items() if value != getattr(row, name)}
        if changed:
            kind._base_manager.filter(pk=row.pk).update(**changed)
            count += len(changed)
    return count


def _spoilt(value: Any, field: Any) -> Any:
    if isinstance(field, models.JSONField):
        return _in_json(value)
    if not isinstance(value, str) or not isinstance(field, models.CharField | models.TextField) or field.choices:
        return value
    room = field.max_length or 10**6
    text = PAYLOAD if len(PAYLOAD) + len(value) <= room else SHORT if len(SHORT) + len(value) <= room else ""
    return text + value


def _in_json(value: Any) -> Any:
    """Words in it; keys of closed lists stay, since a form would have refused others."""
    if isinstance(value, str):
        return value if KEY.fullmatch(value) else PAYLOAD + value
    if isinstance(value, list):
        return [_in_json(one) for one in value]
    return {key: _in_json(one) for key, one in value.items()} if isinstance(value, dict) else value
