"""What every page keeps: no inline style or script, no left or right, known icons, vendored files untouched, a sentence for every deed."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from source import PACKAGE, modules

from shutaf.web.parts.deeds import SAID

WEB = PACKAGE / "web"
TEMPLATES = sorted(WEB.rglob("*.html"))
STYLES = [path for path in sorted(WEB.rglob("*.css")) if "vendor" not in path.parts]
SIDEWAYS = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right)\b|(?<![-\w])(?:left|right)\s*:|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right)"
)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(WEB).as_posix())
def test_templates_hold_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\sstyle=|\son[a-z]+=|<script(?![^>]*src=)[^>]*>|javascript:", text) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.relative_to(WEB).as_posix())
def test_styles_know_no_left_and_no_right(path: Path) -> None:
    assert SIDEWAYS.findall(re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)) == []


def test_every_icon_that_is_asked_for_exists() -> None:
    there = set(json.loads((WEB / "parts/icons.json").read_text(encoding="utf-8")))
    asked = {name for path in TEMPLATES for name in re.findall(r'{% icon "(\w+)"', path.read_text(encoding="utf-8"))}
    assert asked <= there
    assert asked


def test_vendored_files_are_those_that_are_listed() -> None:
    listed = dict(
        re.findall(r"^\| (\S+) \|.*\| ([0-9a-f]{64}) \|$", (WEB / "vendor/VENDORED.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert listed
    for name, digest in listed.items():
        assert hashlib.sha256((WEB / "vendor" / name).read_bytes()).hexdigest() == digest


def test_every_deed_has_its_sentence() -> None:
    written = {name for path in modules() for name in re.findall(r'\bdeed\(\s*\w+,\s*"(\w+)"', path.read_text(encoding="utf-8"))}
    assert written
    assert written <= set(SAID)


def test_every_page_is_in_the_list_of_pages() -> None:
    from shutaf.web.urls import PAGES

    assert set(PAGES) == {path.parent.name for path in (WEB / "pages").glob("*/urls.py")}
