"""Does a script on the machine do and read what the browser can?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.utils import translation

from shutaf.bodies.models import Body
from shutaf.cli.commands import run
from town import Town

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def english() -> None:
    translation.activate("en")


def test_a_deed_is_done_and_told(town: Town, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "body.json"
    file.write_text(json.dumps({"name": "Hadar bakery", "sector": {"key": "business"}}))
    assert run(["do", town.ref, "body_create", f"@{file}"]) == 0
    told = json.loads(capsys.readouterr().out)
    body = Body.present.get(ref=told["made"][0]["ref"])
    assert (body.name, body.sector.key, body.created_in.kind, body.created_in.ref) == ("Hadar bakery", "business", "job", told["deed"])


@pytest.mark.parametrize(
    "words",
    [
        ["dance"], ["body_create", '{"name": 3}'], ["body_create", "no json"], ["body_create", "[]"], ["body_remove", '{"ref": "none"}'],
        ["partnership_step", '{"ref": "none", "step": "x"}'],
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_changes_nothing(town: Town, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = Body.objects.count()
    assert run(["do", town.ref, *words]) == 1
    assert capsys.readouterr().err
    assert Body.objects.count() == before


def test_rows_are_printed_a_line_each(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rows", town.ref, "bodies.body"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["ref"] for line in lines} == set(Body.present.values_list("ref", flat=True))


def test_a_wrong_table_and_a_wrong_workspace_are_told(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    assert (run(["rows", town.ref, "users"]), run(["rows", "none", "bodies.body"]), run(["do", "none", "place_leave"])) == (2, 1, 1)
    assert "bodies.body" in capsys.readouterr().err
