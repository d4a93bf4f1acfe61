"""Do slow clients keep others waiting? Silent ones, half headers, and bodies that come by the letter, more of each than there are threads."""

from __future__ import annotations

import contextlib
import selectors
import socket
import time
from collections.abc import Iterator

import pytest

from serving import HOST, Served, Web
from shutaf.cli.service import HEADER_SECONDS
from shutaf.config.door import SILENT_SECONDS
from stressing import amount, tell

pytestmark = pytest.mark.stress

EACH = amount(40, 400)
HALF = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
BODY = b"POST /account/login HTTP/1.1\r\nHost: localhost\r\nCookie: shutaf_csrf=%s\r\nContent-Length: 900\r\n\r\na" % (b"a" * 32)


@contextlib.contextmanager
def connected(port: int, sent: bytes, count: int) -> Iterator[list[socket.socket]]:
    with contextlib.ExitStack() as stack:
        opened = [stack.enter_context(socket.create_connection((HOST, port), timeout=10)) for _ in range(count)]
        for one in opened:
            one.sendall(sent)
        yield opened


def hung_up(waiting: list[socket.socket], seconds: float) -> list[bytes]:
    """What those were told who were hung up on in time."""
    told = []
    with selectors.DefaultSelector() as watch:
        for one in waiting:
            watch.register(one, selectors.EVENT_READ)
        until = time.monotonic() + seconds
        while watch.get_map() and time.monotonic() < until:
            for key, _ready in watch.select(1):
                told.append(key.fileobj.recv(4096))  # type: ignore[union-attr]
                watch.unregister(key.fileobj)
    return told


def test_slow_clients_keep_nobody_waiting_and_are_hung_up_on(served: Served) -> None:
    session, ref = served.seed()
    _child, port = served.start()
    web = Web(port, session)
    address = f"/w/{ref}/bodies/"
    assert web.ask("GET", address).status == 200
    with connected(port, b"", EACH) as silent, connected(port, HALF, EACH) as half, connected(port, BODY, EACH) as slow:
        assert [web.ask("GET", address).status for _ in range(5)] == [200] * 5
        assert web.post(f"/w/{ref}/new/body/", {"name": "between", "change_agent": "unknown", "invite": "unknown"}).status == 302
        told = hung_up([*silent, *half, *slow], HEADER_SECONDS + SILENT_SECONDS + 20)
    assert len(told) == 3 * EACH, "each is hung up on"
    assert sum(one.startswith(b"HTTP/1.1 408") for one in told) >= EACH, "and a slow body is told why"
    tell(
        "slow clients", f"{EACH} silent, {EACH} with half a header, {EACH} with slow bodies: pages and writes went on, all were hung up on"
    )
