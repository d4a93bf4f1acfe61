"""Does `shutaf guide` write the library in each form, and nothing over what it should not?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., Any]


def test_a_folder_is_written_whole_and_written_again(tmp_path: Path, shutaf: Call) -> None:
    top = tmp_path / "library"
    assert shutaf("guide", "-o", str(top), "--lang", "ar", "--reader", "business").code == 0
    assert 'dir="rtl"' in (top / "index.html").read_text(encoding="utf-8")
    assert shutaf("guide", "-o", str(top), "--lang", "ar", "--reader", "business").code == 0


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, shutaf: Call) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert shutaf("guide", "-o", str(tmp_path), "--lang", "en").code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_zip_is_written_and_a_form_nobody_knows_is_refused(tmp_path: Path, shutaf: Call) -> None:
    assert shutaf("guide", "-o", str(tmp_path / "guide.zip"), "--reader", "business", "--lang", "de").code == 0
    assert (tmp_path / "guide.zip").read_bytes().startswith(b"PK")
    refused = shutaf("guide", "-o", str(tmp_path / "guide.odt"), "--lang", "en")
    assert refused.code == 2
    assert ".pdf, .docx, .html, .zip" in refused.err
