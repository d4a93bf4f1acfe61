"""Does every example of the docs run? In a folder with the example town as map.xlsx, page by page, as a reader would type it."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from source import name_of, pages

from shutaf.cli import main

BLOCK = re.compile(r"^```(\w+)(?: ([\w.-]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path: Path) -> list[tuple[str, str, str]]:
    """(kind, file name, text) of each fenced block: console blocks are run, blocks that name a file are written."""
    return [(kind, name, text) for kind, name, text in BLOCK.findall(path.read_text(encoding="utf-8")) if kind == "console" or name]


def commands(text: str) -> list[list[str]]:
    return [shlex.split(line[2:].split(" > ")[0], comments=True) for line in text.splitlines() if line.startswith("$ shutaf ")]


@pytest.fixture(scope="module")
def example_workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("example") / "map.xlsx"
    assert main(["template", "--example", "-o", str(path)]) == 0
    return path.read_bytes()


def python(path: Path) -> list[str]:
    return [text for kind, name, text in BLOCK.findall(path.read_text(encoding="utf-8")) if kind == "python" and not name]


def written(path: Path) -> None:
    """The files that the page names stand in the folder one is in."""
    for kind, name, text in blocks(path):
        if kind != "console":
            Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("path", [path for path in pages() if python(path)], ids=name_of)
def test_python_of_the_page_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a page continue each other; those with >>> must print what the page says."""
    monkeypatch.chdir(tmp_path)
    written(path)
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for at, text in enumerate(python(path)):
        if ">>> " in text:
            test = doctest.DocTestParser().get_doctest(text, names, f"{path.name}, block {at}", None, 0)
            runner.run(test, clear_globs=False)
            names |= test.globs
        else:
            exec(compile(text, f"{path.name}, block {at}", "exec"), names)
    assert runner.failures == 0


@pytest.mark.slow
@pytest.mark.parametrize("path", [path for path in pages() if any(kind == "console" for kind, _, _ in blocks(path))], ids=name_of)
def test_examples_of_the_page_run(path: Path, example_workbook: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("map.xlsx").write_bytes(example_workbook)
    for kind, name, text in blocks(path):
        if kind == "console":
            assert [words for words in commands(text) if main(words[1:]) != 0] == []
        else:
            Path(name).write_text(text, encoding="utf-8")


def test_pages_show_examples() -> None:
    assert sum(len(commands(text)) for path in pages() for kind, _, text in blocks(path) if kind == "console") > 15
