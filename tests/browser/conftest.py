"""Chromium as Debian installs it, and the example town's brief as files to open in it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
    "true"  # Playwright keeps a loop in this thread, from its start to its end; nothing of ours is awaited
)

from watch import WATCH
from workbench import desk, one_request_at_a_time  # noqa: F401 - fixtures

from shutaf.analysis.preparation import Preparation, prepare
from shutaf.imports.example import EXAMPLE_TODAY, example_situation
from shutaf.reports.brief import Audience, brief
from shutaf.reports.writers import write_html

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass
class Opened:
    """A brief in the browser, and what it did there that it should not."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@cache
def prepared() -> Preparation:
    return prepare(example_situation(), today=EXAMPLE_TODAY)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Audience], Path]:
    """The file of a brief by language and audience, written once."""
    folder = tmp_path_factory.mktemp("briefs")

    def path(language: str, audience: Audience = "room") -> Path:
        file = folder / f"{audience}.{language}.html"
        if not file.exists():
            file.write_bytes(write_html(brief(prepared(), language=language, audience=audience)))
        return file

    return path


@pytest.fixture
def opened(chromium: Browser, written: Callable[..., Path]) -> Iterator[Callable[..., Opened]]:
    """opened("he", width=360, theme="dark") opens the brief of the example town from its file."""
    contexts = []

    def open_it(language: str, width: int = 1280, theme: str = "light", audience: Audience = "room") -> Opened:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.add_init_script(WATCH)
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("console", lambda message: found.errors.append(message.text) if message.type == "error" else None)
        found.page.on("pageerror", lambda error: found.errors.append(str(error)))
        found.page.goto(written(language, audience).as_uri())
        return found

    yield open_it
    for context in contexts:
        context.close()
