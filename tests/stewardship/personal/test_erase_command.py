"""Does whoever runs the service find and erase somebody in all workspaces with one command?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planting import NAME
from shutaf.accounts.actions.invitations import LastOwnerError
from shutaf.accounts.deeds import deed
from shutaf.bodies.models import Person
from shutaf.cli.commands import run
from shutaf.stewardship.personal import actions, compacting
from town import Town

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SHUTAF_HOME, settings.FILES = tmp_path, tmp_path / "files"
    monkeypatch.setattr(compacting, "compact", lambda: None)  # a test is one transaction


def written(town: Town) -> None:
    for viewer in (town.editor, town.elsewhere):
        with deed(viewer, "person_save") as working:
            working.create(Person(name=NAME))


def test_it_counts_first_and_erases_when_told(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    written(town)
    assert run(["erase", "--lang", "en", "--name", NAME]) == 0
    assert capsys.readouterr().out.count("1 place\n") == 2
    assert Person.objects.filter(name=NAME).count() == 2
    assert run(["erase", "--lang", "en", "--name", NAME, "--yes"]) == 0
    assert Person.objects.filter(name=NAME).count() == 0


def test_nobody_is_refused(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["erase", "--lang", "en", "--name", " ", "--yes"]) == 2
    assert "whom" in capsys.readouterr().err


def test_the_only_owner_is_told_and_stays(town: Town, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_args: object, **_named: object) -> None:
        raise LastOwnerError

    monkeypatch.setattr(actions, "person_erase", refuses)
    assert run(["erase", "--lang", "en", "--name", NAME, "--yes"]) == 1
    assert "only owner" in capsys.readouterr().err
