"""A row of every table of a workspace with one person in every field that may hold one. Imported as `planting` by the tests beside it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from shutaf.accounts import fields as kept
from shutaf.accounts.models import Change, Deed
from shutaf.accounts.rows import Row
from shutaf.analysis.situation import Amount, Requirement, Word
from shutaf.bodies.models import Body
from shutaf.stewardship.personal.scanning import scanned_fields, tables_of_workspaces
from town import Town

NAME, EMAIL, PHONE = "מרקרית בדיקתי", "markerit@bdikati.example", "052-7654321"
SENTENCE = f"נפגשנו עם {NAME}, {EMAIL}, {PHONE}, על הגינה"


def plant(town: Town, deed: Deed) -> dict[str, Any]:
    """table -> the row that was made in it."""
    made: dict[str, Any] = {}
    for table in tables_of_workspaces():
        _row(table, town, deed, made)
    return made


def _row(table: str, town: Town, deed: Deed, made: dict[str, Any]) -> Any:
    if table not in made:
        model = apps.get_model(table)
        row = model()
        for field in model._meta.concrete_fields:
            _fill(row, table, field, town, deed, made)
        if isinstance(row, Row):
            row.settle()
        row.save()
        made[table] = row
    return made[table]


def _fill(row: Any, table: str, field: Any, town: Town, deed: Deed, made: dict[str, Any]) -> None:
    told = scanned_fields(table)
    if field.name in told:
        setattr(row, field.name, _value(field, told[field.name].kind))
    elif field.name in ("body_ref", "target_ref", "row_ref") or (isinstance(row, Row) and field.name == "ref"):
        setattr(row, field.name, NAME)  # as when somebody numbers a sole trader by name
    elif field.name == "body_refs":
        setattr(row, field.name, (NAME,))
    elif field.name in ("workspace", "deed", "created_in", "changed_in", "invited_by", "given_by", "user"):
        by_name = {"workspace": town.workspace, "invited_by": town.dana, "given_by": town.dana, "user": town.dana}
        setattr(row, field.name, by_name.get(field.name, deed))
    elif field.is_relation and not field.null:
        setattr(row, field.name, _other(field, town, deed, made))
    elif isinstance(field, models.DateTimeField) and not field.null:
        setattr(row, field.name, timezone.now() + timedelta(days=7))
    elif isinstance(field, models.IntegerField | models.FloatField) and not (field.null or field.primary_key or field.has_default()):
        setattr(row, field.name, 1)
    elif isinstance(field, models.CharField) and (field.unique or field.name in ("ref", "key_hash", "folder")):
        setattr(row, field.name, f"planted-{table[-24:]}")
    elif isinstance(row, Change) and field.name in ("table", "kind"):
        setattr(row, field.name, {"table": "bodies.body", "kind": "changed"}[field.name])


def _other(field: Any, town: Town, deed: Deed, made: dict[str, Any]) -> Any:
    target = field.related_model._meta.label_lower
    if target == "bodies.body" and field.name == "target_body":
        return Body.present.filter(workspace=town.workspace).first()
    return _row(target, town, deed, made)


def _value(field: Any, kind: str) -> Any:
    match field:
        case kept.WordField():
            return Word(SENTENCE, "")
        case kept.WordsField():
            return (Word(SENTENCE, ""), Word("גינה", ""))
        case kept.TextsField():
            return (NAME, SENTENCE)
        case kept.PairsField():
            return (("he", NAME), (NAME, SENTENCE))
        case kept.AmountField():
            return Amount(3, NAME, "", None)  # type: ignore[arg-type]
        case kept.RequirementsField():
            return (Requirement(Word(SENTENCE, ""), None),)
        case models.JSONField():
            return {NAME: [SENTENCE, {"deep": EMAIL}], "phone": PHONE}
    text = {"email": EMAIL, "phone": PHONE, "text": SENTENCE}.get(kind, NAME)
    return text if len(text) <= (field.max_length or 9999) else NAME[: field.max_length]
