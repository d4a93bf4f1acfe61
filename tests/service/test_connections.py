"""What becomes of thousands who come at once? Each is answered, with the page or with "too many", and then all is as before."""

from __future__ import annotations

import contextlib
import resource
import selectors
import socket
import time
from collections import Counter

import pytest

from serving import HOST, Served, Web
from shutaf.cli.service import most_connections
from stressing import amount, tell

pytestmark = pytest.mark.stress

WANTED = amount(1000, 10_000)
MOST_SECONDS = amount(120, 600)


def possible() -> int:
    """As many as this process may open."""
    most_connections()  # raises what is granted
    return min(WANTED, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 300)


def open_all(port: int, count: int) -> list[socket.socket]:
    """Connected, and nothing sent."""
    opened = []
    for _ in range(count):
        one = socket.create_connection((HOST, port), timeout=30)
        one.setblocking(False)
        opened.append(one)
    return opened


def answers(opened: list[socket.socket], asked: bytes) -> Counter[str]:
    """The first line of what each is told, after all have asked."""
    said: Counter[str] = Counter()
    with selectors.DefaultSelector() as watch:
        for one in opened:
            one.send(asked)
            watch.register(one, selectors.EVENT_READ)
        until = time.monotonic() + MOST_SECONDS
        while watch.get_map() and time.monotonic() < until:
            for key, _ready in watch.select(1):
                with contextlib.suppress(BlockingIOError):
                    said[_status(key.fileobj)] += 1  # type: ignore[arg-type]
                    watch.unregister(key.fileobj)
        said["none"] += len(watch.get_map())
    return said


def _status(one: socket.socket) -> str:
    try:
        return one.recv(65536).split(b"\r\n", 1)[0].decode()
    except ConnectionError:
        return "reset"


def test_thousands_at_once_are_each_answered(served: Served) -> None:
    session, ref = served.seed()
    _child, port = served.start()
    web = Web(port, session)
    address = f"/w/{ref}/bodies/"
    assert web.ask("GET", address).status == 200
    asked = f"GET {address} HTTP/1.1\r\nHost: localhost\r\nCookie: shutaf={session}\r\nConnection: close\r\n\r\n".encode()
    opened = open_all(port, possible())
    try:
        said = answers(opened, asked)
    finally:
        for one in opened:
            one.close()
    print(said)
    served_well, refused = said["HTTP/1.1 200 OK"], said["HTTP/1.1 503 Service Unavailable"]
    assert served_well + refused == len(opened), "nobody was left without an answer"
    assert served_well >= 100
    assert refused, "more came than may wait"
    assert web.ask("GET", address).status == 200
    tell(
        "many connections",
        f"{len(opened)} open at once and all asking: {served_well} got the page, {refused} a 503 with Retry-After, none nothing",
    )
