"""Is anything committed that should not be? Addresses of registries, paths of one machine, directional CSS, heavy files, loose ends."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from source import committed, name_of

HEAVIEST_BYTES = 1_000_000
FREE_TO_BE_HEAVY = {".ttf", ".woff2", ".png", ".jpg", ".svg"}
# Put together here, so that this file does not find itself.
REGISTRIES = re.compile(
    "|".join(
        ("py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.(org|com)", "index" + "-url *[=:]", "arti" + "factory", "nexus" + r"\.")
    ),
    re.I,
)
MACHINE_PATHS = re.compile(
    r"(?<![\w./~}-])/(?:" + "|".join(("work", "root", "tm" + "p", "home/[a-z]+", "Users/[A-Za-z]+", "mnt")) + r")(?:/|\b)"
)
LOOSE_ENDS = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")
DIRECTIONS = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right)|(?<![-\w])(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius"
)
VENDORED = "tests/browser/vendor/"


def texts() -> Iterator[tuple[str, str]]:
    """Each committed text file of ours with its text."""
    for path in committed():
        if VENDORED not in name_of(path):
            try:
                yield name_of(path), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def found(pattern: re.Pattern[str], but_not: tuple[str, ...] = ()) -> list[str]:
    """Where a pattern stands, as file:line."""
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts()
        if name not in but_not
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_registry() -> None:
    assert found(REGISTRIES) == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert found(MACHINE_PATHS) == []


def test_no_loose_ends_are_left() -> None:
    assert found(LOOSE_ENDS) == []


def test_style_knows_no_left_and_right() -> None:
    sheets = [(name, text) for name, text in texts() if name.endswith((".css", ".html"))]
    assert sheets
    assert [f"{name}: {match[0]}" for name, text in sheets for match in DIRECTIONS.finditer(text)] == []


@pytest.mark.parametrize("css", ["margin-left: 1px", "a { left: 0 }", "text-align:right", "float: left", "border-top-left-radius: 2px"])
def test_directional_css_is_recognised(css: str) -> None:
    assert DIRECTIONS.search(css)


@pytest.mark.parametrize("css", ["margin-inline-start: 1px", "inset-inline: 0", "text-align: start", ".left-out { color: red }"])
def test_logical_css_passes(css: str) -> None:
    assert not DIRECTIONS.search(css)


def test_no_file_is_heavy() -> None:
    heavy = [name_of(path) for path in committed() if path.stat().st_size > HEAVIEST_BYTES and path.suffix not in FREE_TO_BE_HEAVY]
    assert heavy == []


def test_nothing_that_is_built_is_committed() -> None:
    built = {".mo", ".pyc", ".whl", ".gz"}
    assert [name_of(path) for path in committed() if path.suffix in built or "__pycache__" in Path(name_of(path)).parts] == []
