"""Are the bytes of erased rows gone from the file of the database, its log and every other file of the home?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from planting import EMAIL, NAME, PHONE, plant
from shutaf.accounts.models import Deed
from shutaf.intake.actions import upload_make
from shutaf.stewardship.personal import compacting
from shutaf.stewardship.personal.actions import person_erase
from shutaf.stewardship.personal.who import Who
from town import build_town

pytestmark = [pytest.mark.django_db(transaction=True)]

WHO = Who((NAME,), (EMAIL,), (PHONE,))
TRACES = (NAME, json.dumps(NAME)[1:-1], EMAIL, PHONE)


def traces(data: bytes) -> list[str]:
    return [one for one in TRACES if one.encode() in data]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL writes over old row versions in its own time")
def test_no_byte_of_them_is_left_in_the_database_or_any_file_after_a_tick(tmp_path: Path, settings: Any) -> None:
    settings.SHUTAF_HOME, settings.FILES = tmp_path, tmp_path / "files"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=OFF")  # Debian builds SQLite with it, others do not
    town = build_town()
    plant(town, Deed.objects.filter(workspace=town.workspace)[0])
    upload_make(town.editor, files=[("people.csv", [f"שם\n{NAME}\n".encode()])])
    person_erase(town.editor, who=WHO)
    assert traces(connection.connection.serialize())  # free pages still hold them
    assert compacting.compact_after_erasing(timezone.now()) == 1
    assert traces(connection.connection.serialize()) == []
    assert [path.name for path in tmp_path.rglob("*") if path.is_file() and traces(path.read_bytes() + path.name.encode())] == []
    assert compacting.compact_after_erasing(timezone.now()) == 0


def test_a_compacting_that_fails_is_asked_for_again(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SHUTAF_HOME = tmp_path
    compacting.ask_to_compact()
    monkeypatch.setattr(compacting, "compact", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        compacting.compact_after_erasing(timezone.now())
    monkeypatch.setattr(compacting, "compact", lambda: None)
    assert compacting.compact_after_erasing(timezone.now()) == 1
