"""The brief goes where it is asked to, in the language that is asked for, and says what it does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shutaf.cli.terminal import Progress

Call = Callable[..., object]
BEGINS = {"html": b"<!doctype html>", "pdf": b"%PDF-", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04"}


@pytest.mark.slow
@pytest.mark.parametrize("form", BEGINS)
def test_form_follows_the_name_of_the_file(form: str, shutaf: Call, town: Path) -> None:
    answer = shutaf("brief", "map.xlsx", "-o", f"new/brief.{form}", "--lang", "en")
    assert answer.code == 0
    assert (town.parent / f"new/brief.{form}").read_bytes().lower().startswith(BEGINS[form].lower())
    assert answer.out.strip().endswith(f"brief.{form}")


@pytest.mark.slow
@pytest.mark.parametrize("form", BEGINS)
def test_dash_writes_the_brief_and_nothing_else_to_the_standard_output(form: str, shutaf: Call, town: Path) -> None:
    answer = shutaf("brief", "map.xlsx", "-o", "-", "--format", form)
    assert answer.code == 0
    assert answer.bytes_out.lower().startswith(BEGINS[form].lower())
    assert [path.name for path in town.parent.iterdir()] == ["map.xlsx"]


def test_language_is_the_option_then_the_setting_then_the_workbook(
    shutaf: Call, town: Path, settings_language: Callable[[str], None]
) -> None:
    def language(*words: str) -> str:
        return shutaf("brief", "map.xlsx", "-o", "-", *words).out.split('lang="')[1][:2]

    assert language() == "he"
    settings_language("de")
    assert language() == "de"
    assert language("--lang", "ar") == "ar"


def test_same_day_and_file_give_the_same_bytes(shutaf: Call, town: Path) -> None:
    first, second = (shutaf("brief", "map.xlsx", "-o", "-", "--date", "2026-11-23").bytes_out for _ in range(2))
    assert first == second


def test_since_adds_what_changed(shutaf: Call, town: Path) -> None:
    (town.parent / "old.csv").write_text("name,sector\nGreen Circle,civil_society\n", encoding="utf-8")
    without = shutaf("brief", "map.xlsx", "-o", "-", "--lang", "en")
    with_old = shutaf("brief", "map.xlsx", "-o", "-", "--lang", "en", "--since", "old.csv")
    assert 'id="change"' not in without.out
    assert 'id="change"' in with_old.out


def test_errors_of_the_earlier_state_exit_with_1(shutaf: Call, town: Path) -> None:
    answer = shutaf("brief", "map.xlsx", "--since", "gone.xlsx")
    assert answer.code == 1
    assert "gone.xlsx" in answer.err


def test_bodies_limits_the_sheets_and_the_brief_says_so(shutaf: Call, town: Path) -> None:
    whole = shutaf("brief", "map.xlsx", "-o", "-", "--lang", "en")  # three marked to be invited, and the department of the coalition
    one = shutaf("brief", "map.xlsx", "-o", "-", "--lang", "en", "--bodies", "1")
    assert (whole.out.count('id="body-'), one.out.count('id="body-')) == (4, 1)
    assert "--bodies" in one.out


def test_guessed_columns_are_shown_and_can_be_told(shutaf: Call, folder: Path) -> None:
    (folder / "list.csv").write_text(
        "Firm,Kind of body,State\nAlpha,Private,Texas\nBeta,County,Texas\nGamma,Private,Ohio\n", encoding="utf-8"
    )
    told = (
        "--map",
        "name=Firm",
        "--map",
        "sector=Kind of body",
        "--sector-map",
        "Private=business,County=public",
        "--where",
        "State=Texas",
    )
    answer = shutaf("check", "list.csv", *told, "--lang", "en")
    assert answer.code == 0
    assert "Firm" in answer.err
    assert "bodies: 2," in answer.out


def test_stages_are_said_only_once_the_whole_is_late(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(patience_seconds=60) as quick, quick.stage("read", "Reading"):
        pass
    with Progress(patience_seconds=0) as late:
        late._timer.join()
        with late.stage("read", "Reading slowly"):
            pass
    assert capsys.readouterr().err == "Reading slowly\n"
    assert set(quick.seconds) == {"read"}


@pytest.fixture
def settings_language(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What SHUTAF_LANG would say."""
    from django.conf import settings

    return lambda language: monkeypatch.setattr(settings, "SHUTAF_LANG", language)
