"""May one use it, and does every part say under which terms?"""

import hashlib
import re
import tomllib

from source import ROOT, committed, name_of


def test_licence_is_the_agpl_in_full() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 19 November 2007" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert "13. Remote Network Interaction" in text


def test_package_says_the_same_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "AGPL-3.0-or-later"
    assert project["license-files"] == ["LICENSE"]


def test_every_font_lies_beside_its_licence() -> None:
    fonts = [path for path in committed() if path.suffix in (".ttf", ".woff2", ".otf")]
    assert fonts
    for font in fonts:
        assert "SIL OPEN FONT LICENSE Version 1.1" in (font.parent / "OFL.txt").read_text(encoding="utf-8"), name_of(font)


def test_vendored_library_is_the_one_its_page_names() -> None:
    folder = ROOT / "tests/browser/vendor"
    said = (folder / "README.md").read_text(encoding="utf-8")
    for path in folder.glob("*.js"):
        row = re.search(rf"{re.escape(path.name)}.*?([0-9a-f]{{64}})", said)
        assert row is not None, path.name
        assert hashlib.sha256(path.read_bytes()).hexdigest() == row[1]
    assert "MPL-2.0" in said
