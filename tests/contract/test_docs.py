"""Is everything a reader may look up in the reference, as the program really is?"""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator

import pytest
from django.utils import translation
from source import PACKAGE, ROOT, modules, name_of, page, pages, reference, section, tree

from shutaf.cli.analyse import SUBJECTS
from shutaf.cli.commands import COMMANDS, parser

MEASURING_ROOMS = ("network", "matching", "criteria", "coalition", "actors", "choosing")
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(#[^)\s]*)?\)")
CALLED = re.compile(r"^(?:\$ | {4})(shutaf [^#>\n]*)", re.MULTILINE)


def parser_of(command: str) -> argparse.ArgumentParser:
    """The parser of one command, speaking English."""
    with translation.override("en"):
        choices = next(action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return choices[command]


def told(action: argparse.Action) -> str:
    """An argument as a line of the reference."""
    value = action.metavar or (",".join(map(str, action.choices)).join("{}") if action.choices else "")
    names = ", ".join(action.option_strings)
    shown = " ".join(part for part in (names, str(value) if action.nargs != 0 or not names else "") if part)
    return f"- `{shown}`: {action.help}"


def check_told(text: str, command: argparse.ArgumentParser, call: str) -> None:
    """A command or a subject of one: each argument, its description and an example stand in the text."""
    expected = [told(action) for action in command._actions if "--help" not in action.option_strings]
    assert [line for line in text.splitlines() if line.startswith("- `")] == expected
    assert (command.description or "") in text
    assert f"$ shutaf {call}" in text


@pytest.mark.parametrize("command", [command.NAME for command in COMMANDS])
def test_every_command_is_told_with_each_of_its_arguments(command: str) -> None:
    text, *_ = section(page("reference/commands.md"), command).split("\n### ")
    check_told(text, parser_of(command), command)


@pytest.mark.parametrize("subject", [subject.NAME for subject in SUBJECTS])
def test_every_subject_of_analyse_is_told_with_each_of_its_arguments(subject: str) -> None:
    parts = section(page("reference/commands.md"), "analyse").split("\n### ")[1:]
    choices = next(action.choices for action in parser_of("analyse")._actions if isinstance(action, argparse._SubParsersAction))
    (text,) = [part for part in parts if part.startswith(f"analyse {subject}\n")]
    with translation.override("en"):
        check_told(text, choices[subject], f"analyse {subject}")
    assert len(parts) == len(SUBJECTS)


def test_loading_a_table_of_places_is_told_with_each_of_its_arguments() -> None:
    (text,) = section(page("reference/commands.md"), "places").split("\n### ")[1:]
    choices = next(action.choices for action in parser_of("places")._actions if isinstance(action, argparse._SubParsersAction))
    with translation.override("en"):
        check_told(text, choices["load"], "places load")


def test_commands_page_tells_no_command_that_is_gone() -> None:
    told_of = set(re.findall(r"^## (\w+)$", page("reference/commands.md"), re.MULTILINE))
    assert told_of == {command.NAME for command in COMMANDS}


def test_every_setting_has_its_heading() -> None:
    sources = "".join((PACKAGE / "config" / name).read_text(encoding="utf-8") for name in ("words.py", "reading.py", "settings.py"))
    read = re.findall(r"(?:environ\.get|\btext|\bflag|\bwhole|\bseveral|\bsecret|\bone_of)\(\"(\w+)\"", sources)
    assert read
    assert set(re.findall(r"^## `?(\w+)`?$", page("reference/settings.md"), re.MULTILINE)) == set(read)


def measures() -> Iterator[str]:
    """Public functions of the measuring rooms that say their source or that another room uses."""
    used = {alias.name for path in modules("reports", "cli") for node in ast.walk(tree(path)) for alias in imported(node)}
    used |= {alias.name for node in ast.walk(tree(PACKAGE / "analysis/preparation.py")) for alias in imported(node)}
    for path in modules(*(f"analysis/{room}" for room in MEASURING_ROOMS)):
        for node in tree(path).body:
            if (
                isinstance(node, ast.FunctionDef)
                and not node.name.startswith("_")
                and (node.name in used or "Source:" in (ast.get_docstring(node) or ""))
            ):
                yield node.name


def imported(node: ast.AST) -> list[ast.alias]:
    return node.names if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("shutaf.analysis.") else []


def test_every_measure_is_in_the_reference() -> None:
    found = set(measures())
    assert len(found) > 25
    assert sorted(name for name in found if not re.search(rf"\b{name}\b", reference())) == []


@pytest.mark.parametrize("suffix", ["HTML", "PDF", "DOCX", "XLSX"])
def test_every_form_of_the_brief_is_in_the_reference(suffix: str) -> None:
    assert suffix in page("reference/writers.md")
    assert f".{suffix.lower()}" in page("reference/brief.md")


def test_every_section_of_the_brief_is_in_the_reference() -> None:
    anchors = {
        node.value
        for path in modules("reports/brief")
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("Heading", "writing.empty_section")
        for node in call.args[2:3]
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert len(anchors) > 10
    assert sorted(anchor for anchor in anchors if f"`#{anchor}`" not in page("reference/brief.md")) == []


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{name_of(path)}: {target}"
        for path in pages()
        for target, _ in LINK.findall(path.read_text(encoding="utf-8"))
        if "://" not in target and not (path.parent / target).exists()
    ]
    assert broken == []


def calls() -> list[str]:
    """Every call of shutaf that a page shows, indented or in a console block."""
    return sorted({call.strip() for path in pages() for call in CALLED.findall(path.read_text(encoding="utf-8"))})


@pytest.mark.parametrize("call", [*calls(), *(command.words().example for command in (*COMMANDS, *SUBJECTS))])
def test_every_call_that_is_shown_is_a_right_call(call: str) -> None:
    words = call.split()[1:]
    assert parser().parse_args(words).command == words[0]


def test_every_page_is_named_in_the_readme_or_by_a_page_it_names() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        here = waiting.pop()
        reached.add(here)
        targets = [(here.parent / target).resolve() for target, _ in LINK.findall(here.read_text(encoding="utf-8")) if "://" not in target]
        found = [inner for target in targets for inner in (sorted(target.glob("*.md")) if target.is_dir() else [target])]
        waiting += [target for target in found if target.suffix == ".md" and target.is_file() and target not in reached]
    assert [name_of(path) for path in pages() if path not in reached and path.name != "STORY.md"] == []
