"""Does any address break, whatever follows its question mark or stands in its path?"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode
from zlib import crc32

import pytest
from addresses import addresses, asked, visitor
from django.test import Client
from django.urls import URLPattern
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from values import DATES, NUMBERS, TEXTS, hostile
from walk_cast import filled_town
from walk_steps import patterns
from walk_table import BY_NAME

from stressing import amount, tell
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.stress]

drawn = settings(max_examples=amount(3, 150), database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
HARDEST = ("9" * 5000, "9" * 19, "-1", "nan", "1e999", "\x00", "²", "٣", "0000-00-00", "9999-12-31", "a" * 40_000, "[" * 3000, "\u202e")
"""What every word of every page gets, chance or not."""


@cache
def words_of(folder: Path) -> tuple[str, ...]:
    """Each short text in the code of a page: the words it reads out of a request are among them."""
    found = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "getlist", "pop"):
                found |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
                found.add(node.slice.value)
            if isinstance(node, ast.Compare) and isinstance(node.left, ast.Constant) and isinstance(node.left.value, str):
                found.add(node.left.value)
    return tuple(sorted(found))


def home_of(pattern: URLPattern) -> Path:
    return Path(inspect.getfile(inspect.unwrap(pattern.callback))).parent


def tried(client: Client, method: str, at: str) -> Iterator[str]:
    answer = asked(client, method, at)
    if answer.status_code >= 500:
        yield f"{answer.status_code} {method.upper()} {at[:300]}"


def test_a_page_reads_words_that_are_found() -> None:
    found = {pattern.name: words_of(home_of(pattern)) for pattern in patterns() if pattern.name in BY_NAME}
    assert {"page", "q"} <= set(found["bodies"])
    assert {"view", "group", "least"} & set(found["network_map"])


def test_no_address_breaks_whatever_follows_its_question_mark(db: None, settings: object) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}  # type: ignore[attr-defined]
    town = filled_town()
    client = visitor(town)
    words = {pattern.name: words_of(home_of(pattern)) for pattern in patterns() if pattern.name in BY_NAME}
    wrong, tries = [], 0
    for route, at in addresses(town):
        if route.reads == "nobody" or not words[route.name]:
            continue
        for value in HARDEST:
            tries += 1
            wrong += list(tried(client, "get", at.split("?")[0] + "?" + urlencode(dict.fromkeys(words[route.name], value))))

        @seed(crc32(route.name.encode()))
        @drawn
        @given(st.dictionaries(st.sampled_from(words[route.name]), hostile, min_size=1, max_size=6))
        def attack(asks: dict[str, str]) -> None:
            wrong.extend(tried(client, "get", at.split("?")[0] + "?" + urlencode(asks, errors="replace")))  # noqa: B023 - called in its turn

        attack()
        tries += drawn.max_examples
    tell("No address breaks, whatever it is asked", f"{tries} queries, {len(wrong)} broke")
    assert wrong == [], "\n".join(wrong)


def test_no_address_breaks_whatever_stands_in_its_path(db: None, settings: object) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}  # type: ignore[attr-defined]
    town = filled_town()
    client = visitor(town)
    wrong, tries = [], 0
    hard = [one for one in (*TEXTS, *NUMBERS, *DATES) if one and len(one) < 8000]
    hard = hard if amount(0, 1) else hard[::5]
    for pattern in patterns():
        names = list(pattern.pattern.converters)
        if pattern.name not in BY_NAME or not names:
            continue
        route = BY_NAME[pattern.name]
        for value in hard:
            for name in names:
                text = {one: (town.ref if one == "workspace_ref" else route.fixed.get(one, "x")) for one in names} | {name: value}
                at = "/" + _placed(str(pattern.pattern), text)
                for method in ("get", "post"):
                    tries += 1
                    wrong += list(tried(client, method, at))
    tell("No address breaks, whatever it is asked", f"{tries} paths, {len(wrong)} broke")
    assert wrong == [], "\n".join(wrong)


def _placed(route: str, text: dict[str, str]) -> str:
    """The address with these texts in it, as bytes on the wire; no converter may refuse them before they are sent."""
    for name, value in text.items():
        for kind in ("str", "path", "int", "slug", "uuid"):
            route = route.replace(f"<{kind}:{name}>", quote(value, safe="/"))
        route = route.replace(f"<{name}>", quote(value, safe="/"))
    return route


@pytest.mark.parametrize("path", [b"/%ff%fe/", b"/w/%00/", b"/w/%c0%ae%c0%ae/bodies/", b"/" + b"a" * 20_000, b"//evil.example/%2f..", b"/w/../../etc/passwd", b"/static/../config/settings.py", b"/static/..%2f..%2fconfig%2fsettings.py", b"/static/%2e%2e/config/settings.py", b"/static//etc/passwd", b"/static/pages/bodies/view.py", b"/static/pages/bodies/page.html", b"/\xff"])  # fmt: skip
def test_a_path_that_is_no_path_is_refused(town: Town, path: bytes) -> None:
    client = visitor(town)
    answer = client.get("/", PATH_INFO=path.decode("latin-1"))
    unquoted = client.generic("GET", path.decode("latin-1"))
    assert {answer.status_code, unquoted.status_code} <= {400, 404, 301}
