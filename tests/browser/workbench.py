"""The running workbench in Chromium: a page that is signed in, and everything it did that it should not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.base import BaseHandler
from playwright.sync_api import Browser, Page
from watch import WATCH

from calling import Calls, two_calls
from shutaf.partnerships.actions import partnership_save
from telling import Cases, three_cases
from town import Town, build_town

AXE = Path(__file__).parent / "vendor/axe.min.js"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
"""What axe looks for; it leaves out the size of targets (24 pixels, WCAG 2.5.8) unless it is asked."""

MOVED_MOST = 0.05
"""Of a screen, without anybody's doing. Ours: half of what is called good (0.1); nearly all pages have 0, a word in letters of another script that came late may be a little wider."""


@dataclass
class Desk:
    """One browser page. errors: of the console and the page; refused: what its own security policy refused; failed: answers of 400 and more."""

    page: Page
    base: str
    town: Town
    partnership: str = ""
    calls: Calls = field(default_factory=lambda: Calls("", "", ""))
    cases: Cases = field(default_factory=lambda: Cases("", "", ""))
    errors: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """path: below the workspace, or from the root with a leading slash; {p} is the town's partnership, {c}, {d} and {a} are its calls, {k}, {q} and {t} its cases."""
        path = self.cases.placed(self.calls.placed(path.replace("{p}", self.partnership)))
        self.page.goto(self.base + (path if path.startswith("/") else f"/w/{self.town.ref}/{path}"))
        return self.page

    def refused(self) -> list[str]:
        return list(self.page.evaluate("window.violations || []"))

    def axe(self) -> list[str]:
        """What axe finds on the page that is open: rule, and where."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("rules => axe.run(document, rules)", RULES)
        return [f"{v['id']}: {node['target']} {node['html'][:120]}" for v in found["violations"] for node in v["nodes"][:3]]

    def moved(self) -> list[str]:
        """What moved while the page came."""
        found = self.page.evaluate("window.moved || []")
        total = sum(value for value, _what in found)
        return [f"{total:.4f} of a screen moved: {[what for _value, what in found][:3]}"] if total > MOVED_MOST else []

    def is_sideways(self) -> bool:
        return bool(self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def session_of(user: Any) -> str:
    """The cookie of a signed-in session."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


Open = Callable[..., Desk]


TURN = threading.RLock()
"""Whose turn it is at the database: a request's, or the test's that writes meanwhile."""


@pytest.fixture
def one_request_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """All threads of the live server share one database in memory, which knows no waiting: they take turns, as writers do on a disk."""
    answer = BaseHandler.get_response

    def in_turn(handler: BaseHandler, request: Any) -> Any:
        with TURN:
            return answer(handler, request)

    monkeypatch.setattr(BaseHandler, "get_response", in_turn)


@pytest.fixture
def desk(chromium: Browser, live_server: Any, transactional_db: None, one_request_at_a_time: None) -> Iterator[Open]:
    """desk("dana", language="he", theme="light", width=1440) -> a Desk in the filled town."""
    from django.core.cache import cache
    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)
    cache.clear()  # the tries that another test counted: its table is no model's, so nothing else empties it
    town = build_town()
    partnership, _deed = partnership_save(town.owner, name="מרחוב ראשי לרחוב ירוק", initiator_group="business", partners=("hadar-bakery",))
    calls, cases = two_calls(town.editor), three_cases(town.editor, partnership, town.partner.body_refs[0])
    contexts = []

    def open_desk(who: str = "dana", *, language: str = "he", theme: Any = "light", width: int = 1440, scripts: bool = True) -> Desk:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, java_script_enabled=scripts)
        contexts.append(context)
        context.add_init_script(WATCH)
        cookies = [{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": live_server.url}]
        if who:
            cookies.append({"name": settings.SESSION_COOKIE_NAME, "value": session_of(getattr(town, who)), "url": live_server.url})
        context.add_cookies(cookies)
        made = Desk(context.new_page(), live_server.url, town, partnership, calls, cases)
        made.page.on("console", lambda message: made.errors.append(message.text) if message.type == "error" else None)
        made.page.on("pageerror", lambda error: made.errors.append(str(error)))
        made.page.on("response", lambda answer: made.failed.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
        return made

    yield open_desk
    for context in contexts:
        context.close()
