"""What the import contracts of pyproject.toml (run by dev/check) cannot see: the environment, the clock, prints, unseeded chance."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from source import modules, name_of, tree

CLOCKS = {"date.today", "datetime.now", "datetime.utcnow", "time.time", "time.localtime"}
UNSEEDED = {"default_rng", "Random"}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each call with the last two words of what it calls."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ".".join(ast.unparse(node.func).split(".")[-2:]), node


def test_only_settings_read_the_environment() -> None:
    readers = {name_of(path) for path in modules() for node in ast.walk(tree(path)) if reads_environment(node)}
    assert readers == {"src/shutaf/config/reading.py", "src/shutaf/config/words.py"}


def reads_environment(node: ast.AST) -> bool:
    """os.environ read or os.getenv; naming Django's settings module (setdefault) reads nothing."""
    if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("environ"):
        return node.attr != "setdefault"
    if isinstance(node, ast.Subscript):
        return ast.unparse(node.value).endswith("environ")
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("getenv")


def test_only_the_command_line_knows_what_day_it_is() -> None:
    readers = {name_of(path) for path in modules() for called, _ in calls(path) if called in CLOCKS}
    assert readers == {"src/shutaf/cli/today.py"}


@pytest.mark.parametrize("room", ["analysis", "charts", "imports", "content"])
def test_rooms_that_compute_draw_and_read_print_nothing(room: str) -> None:
    assert [name_of(path) for path in modules(room) for called, _ in calls(path) if called == "print"] == []


@pytest.mark.parametrize("room", ["analysis", "charts"])
def test_rooms_that_compute_and_draw_open_no_file_but_their_own_tables(room: str) -> None:
    openers = {
        name_of(path) for path in modules(room) for called, _ in calls(path) if called.split(".")[-1] in ("open", "read_text", "read_bytes")
    }
    assert openers <= {"src/shutaf/charts/text_width.py", "src/shutaf/analysis/coalition/quiet.py"}  # the latter opens nowhere


def test_every_random_number_has_a_seed() -> None:
    found = [
        name_of(path)
        for path in modules()
        for called, call in calls(path)
        if called.split(".")[-1] in UNSEEDED and not call.args and not call.keywords
    ]
    assert found == []


def test_every_module_opens_with_the_question_it_answers() -> None:
    silent = [name_of(path) for path in modules() if path.stat().st_size and not ast.get_docstring(tree(path))]
    assert silent == []
