"""Is every text field of every table told: what of a person it may hold, or that it cannot?"""

from __future__ import annotations

from django.apps import apps

from shutaf.stewardship.personal.registry import (
    KINDS,
    PURPOSES,
    SOURCES,
    personal_fields,
    plain_fields,
    retention_days,
    text_fields,
)


def test_every_text_field_is_personal_or_plain_and_never_both() -> None:
    told = {(one.table, one.name) for one in personal_fields()}
    wrong = []
    for model in apps.get_models():
        table = model._meta.label_lower
        for field in text_fields(model):
            if ((table, field.name) in told) == (field.name in plain_fields(table)):
                wrong.append(f"{table}.{field.name}")
    assert wrong == []


def test_the_registry_names_no_field_that_is_not_there() -> None:
    there = {(model._meta.label_lower, field.name) for model in apps.get_models() for field in text_fields(model)}
    assert {(one.table, one.name) for one in personal_fields()} <= there
    assert {(table, name) for table in {one.table for one in personal_fields()} for name in plain_fields(table)} <= there


def test_every_field_has_a_kind_a_purpose_a_source_and_a_retention_we_know() -> None:
    for one in personal_fields():
        assert (one.kind in KINDS, one.purpose in PURPOSES, one.retention in retention_days()) == (True, True, True), one
        assert set(one.sources) <= set(SOURCES), one


def test_free_text_is_kept_for_something_else() -> None:
    assert {one.purpose for one in personal_fields() if not one.is_meant} == {"mention"}
    assert "reach" in {one.purpose for one in personal_fields() if one.table == "bodies.person" and one.is_meant}
