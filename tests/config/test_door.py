"""Does the door hand on what a WSGI server would, and let nobody in who is slow, half, or one too many?"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest

from shutaf.config import door
from shutaf.config.door import Door
from shutaf.web.shell.unavailable import crowded

T = TypeVar("T")


class Named(dict[str, str]):
    """Headers as granian hands them: each name in small letters."""

    def items(self) -> Any:
        return [(name, one) for name, value in super().items() for one in value.split("\n")]


@dataclass
class Asked:
    """A request of the network: scope and protocol in one."""

    method: str = "GET"
    path: str = "/"
    headers: dict[str, str] = field(default_factory=Named)
    pieces: tuple[bytes, ...] = ()
    pause: float = 0
    proto: str = "http"
    http_version: str = "1.1"
    server: str = "127.0.0.1:8000"
    client: str = "127.0.0.1:50000"
    scheme: str = "http"
    query_string: str = "a=1"
    authority: str | None = None
    said: tuple[int, dict[str, str], bytes] | None = None

    async def __aiter__(self) -> Any:
        for piece in self.pieces:
            await asyncio.sleep(self.pause)
            yield piece
        yield b""

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.said = status, dict(headers), body


def echo(environment: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    start("200 OK", [("x-path", environment["PATH_INFO"])])
    return [environment["wsgi.input"].read(), b"|", environment.get("HTTP_COOKIE", "").encode()]


def apart(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run in a thread with a loop of its own: a browser that another test opened in this process keeps one running here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


def ask(*asked: Asked, application: Any = echo, most: int = 1000) -> list[tuple[int, dict[str, str], bytes]]:
    """What each was told, all asking at once."""

    async def all_of_them() -> None:
        entrance = Door(application, crowded, most)
        await asyncio.gather(*(entrance.__rsgi__(one, one) for one in asked))

    apart(all_of_them)
    return [one.said for one in asked if one.said]


def test_a_body_arrives_whole() -> None:
    ((status, headers, body),) = ask(Asked("POST", "/שלום", Named({"content-length": "4", "cookie": "a=1\nb=2"}), (b"ab", b"cd")))
    assert (status, body) == (200, b"abcd|a=1; b=2")
    assert headers["x-path"].encode("latin-1").decode() == "/שלום"


def test_half_a_body_reaches_nobody() -> None:
    assert ask(Asked("POST", headers=Named({"content-length": "4"}), pieces=(b"ab",)))[0][0] == 400


def test_a_slow_body_is_told_so_and_holds_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "SILENT_SECONDS", 0.05)
    slow = [Asked("POST", headers=Named({"content-length": "2"}), pieces=(b"a", b"b"), pause=30) for _ in range(3 * door.THREADS)]
    told = ask(*slow, Asked())
    assert [status for status, _headers, _body in told] == [408] * len(slow) + [200]


def test_a_body_that_comes_by_the_letter_ends_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "START_SECONDS", 0.05)
    assert ask(Asked("POST", headers=Named({"content-length": "900"}), pieces=(b"a",) * 900, pause=0.02))[0][0] == 408


def test_a_body_that_is_too_long_is_not_read() -> None:
    ((status, _headers, body),) = ask(Asked("POST", headers=Named({"content-length": "1001"}), pieces=(b"a" * 1001,)))
    assert (status, body) == (200, b"|"), "the application says 413 by the length it is told"


def test_who_is_one_too_many_hears_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST_WAITING", 2)
    gate = threading.Event()

    def slow(environment: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        gate.wait(10)
        return echo(environment, start)

    async def third_opens() -> list[Asked]:
        entrance = Door(slow, crowded, 1000)
        first = [asyncio.create_task(entrance.__rsgi__(one, one)) for one in two]
        await asyncio.sleep(0.05)
        await entrance.__rsgi__(third, third)
        gate.set()
        await asyncio.gather(*first)
        return [*two, third]

    two, third = [Asked(), Asked()], Asked("POST", headers=Named({"cookie": "shutaf_language=en"}))
    told = [one.said for one in apart(third_opens) if one.said]
    assert [status for status, _headers, _body in told] == [200, 200, 503]
    assert int(told[2][1]["retry-after"]) > 0
    assert "Too many are here" in told[2][2].decode()


@pytest.mark.parametrize(
    ("headers", "status"), [({"content-length": "x"}, 400), ({"transfer-encoding": "chunked"}, 411), ({"content-length": "-1"}, 400)]
)
def test_a_length_that_is_none_is_refused(headers: dict[str, str], status: int) -> None:
    assert ask(Asked("POST", headers=Named(headers)))[0][0] == status


def test_a_header_with_an_underscore_passes_for_no_other() -> None:
    seen: dict[str, Any] = {}

    def look(environment: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        seen.update(environment)
        return echo(environment, start)

    ask(Asked(headers=Named({"x_forwarded_proto": "https", "host": "localhost"})), application=look)
    assert "HTTP_X_FORWARDED_PROTO" not in seen
    assert seen["HTTP_HOST"] == "localhost"


def test_an_application_that_breaks_says_nothing_of_why() -> None:
    def broken(environment: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        raise ValueError("a secret")

    ((status, _headers, body),) = ask(Asked(), application=broken)
    assert (status, body) == (500, b"Internal Server Error")


@pytest.mark.parametrize("language", ["he", "ar", "en", "de", "xx", ""])
def test_the_crowded_are_told_in_their_language(language: str) -> None:
    status, headers, body = crowded("GET", "/", f"shutaf_language={language}")
    shown = language if language in ("he", "ar", "en", "de") else "he"
    assert status == 503
    assert dict(headers)["retry-after"]
    assert f'lang="{shown}"' in body.decode()


def test_letters_of_an_address_arrive_as_their_bytes() -> None:
    def told(environment: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        start("200 OK", [])
        return [environment["QUERY_STRING"].encode("latin-1"), environment["PATH_INFO"].encode("latin-1")]

    ((status, _headers, body),) = ask(Asked(path="/רכש", query_string="q=רכש"), application=told)
    assert (status, body.decode()) == (200, "q=רכש/רכש")
