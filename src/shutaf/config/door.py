"""What stands between the network and the application? A door that lets a request in when it is whole, and says so at once when too many wait.

A server thread that reads from a slow client is lost for everybody else, and there are few. Here a slow client costs a socket: its
request is read on the event loop, against a deadline, and only then handed to a thread.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, NamedTuple, Protocol

log = logging.getLogger("shutaf.door")

THREADS = 4  # SQLite has one writer and Python one lock: more threads wait, they do not work
MOST_WAITING = 256  # at 25 ms a page the last of them waits six seconds
MOST_READING_BYTES = 500_000_000  # promised by all who are sending at this moment
SILENT_SECONDS, START_SECONDS, SLOWEST_BYTES = 20, 30, 20_000  # of a body: between two pieces; in all; and a second more for so many bytes
IN_MEMORY_BYTES = 262_144

Headers = list[tuple[str, str]]


class Scope(Protocol):
    """What granian tells of a request (RSGI)."""

    proto: str
    http_version: str
    server: str
    client: str
    scheme: str
    method: str
    path: str
    query_string: str
    authority: str | None
    headers: Any


class Answer(NamedTuple):
    status: int
    headers: Headers
    body: bytes


class RefusedError(Exception):
    """A request that is not let in. status: what it is told."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Door:
    """An RSGI application around a WSGI one.

    most_bytes: of a body that is read; a longer one is left unread, and the application says so.
    crowded: method, path and cookies in, what is said when no more are let in out.
    """

    def __init__(self, application: Application, crowded: Callable[[str, str, str], tuple[int, Headers, bytes]], most_bytes: int) -> None:
        self._application, self._crowded, self._most_bytes = application, crowded, most_bytes
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="web")
        self._waiting = self._reading_bytes = 0

    async def __rsgi__(self, scope: Scope, protocol: Any) -> None:
        try:
            answer = await self._answer(scope, protocol)
        except RefusedError as refused:
            answer = self._said(refused.status, scope)
        except Exception:
            log.exception("the application failed")
            answer = Answer(500, [("content-type", "text/plain")], b"Internal Server Error")
        protocol.response_bytes(answer.status, answer.headers, answer.body)

    async def _answer(self, scope: Scope, protocol: Any) -> Answer:
        length = _length(scope)
        if self._waiting >= MOST_WAITING or self._reading_bytes + min(length, self._most_bytes) > MOST_READING_BYTES:
            raise RefusedError(503)
        with tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES) as body:
            if 0 < length <= self._most_bytes:
                await self._read(protocol, body, length)
                body.seek(0)
            environment = _environment(scope, body, length)
            if self._waiting >= MOST_WAITING:
                raise RefusedError(503)
            self._waiting += 1
            try:
                return await asyncio.get_running_loop().run_in_executor(self._threads, self._run, environment)
            finally:
                self._waiting -= 1

    async def _read(self, protocol: Any, body: IO[bytes], length: int) -> None:
        self._reading_bytes += length
        try:
            async with asyncio.timeout(START_SECONDS + length / SLOWEST_BYTES):
                await _receive(protocol, body, length)
        except TimeoutError as slow:
            raise RefusedError(408) from slow
        finally:
            self._reading_bytes -= length

    def _run(self, environment: dict[str, Any]) -> Answer:
        """In a thread: the whole answer, closed in the thread that made it, as Django's connections want."""
        begun: list[Any] = []
        chunks = self._application(environment, lambda status, headers, _failure=None: begun.extend((status, headers)))
        try:
            body = b"".join(chunks)
        finally:
            if close := getattr(chunks, "close", None):
                close()
        return Answer(int(begun[0][:3]), begun[1], body)

    def _said(self, status: int, scope: Scope) -> Answer:
        if status == 503:
            return Answer(*self._crowded(scope.method, scope.path, scope.headers.get("cookie") or ""))
        return Answer(status, [("content-type", "text/plain"), ("connection", "close")], _SAID[status])


_SAID = {
    400: b"This request could not be read.",
    408: b"The request came too slowly. Nothing was read.",
    411: b"The request does not say how long it is.",
}


def _length(scope: Scope) -> int:
    """Bytes of the body as promised."""
    told = scope.headers.get("content-length") or "0"
    if scope.headers.get("transfer-encoding"):
        raise RefusedError(411)
    if not (told.isascii() and told.isdecimal()):
        raise RefusedError(400)
    return int(told)


async def _receive(protocol: Any, body: IO[bytes], length: int) -> None:
    pieces = aiter(protocol)
    while body.tell() < length:
        async with asyncio.timeout(SILENT_SECONDS):
            piece = await anext(pieces)
        if not piece:
            raise RefusedError(400)  # the client left in the middle
        body.write(piece)


def _environment(scope: Scope, body: IO[bytes], length: int) -> dict[str, Any]:
    """PEP 3333."""
    host, _, port = scope.server.rpartition(":")
    told = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": _as_bytes(scope.path),
        "QUERY_STRING": _as_bytes(scope.query_string),
        "SERVER_NAME": host or "localhost",
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]") or "127.0.0.1",
        "CONTENT_LENGTH": str(length),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    _add_headers(told, scope)
    return told


def _as_bytes(text: str) -> str:
    """Each byte as one letter, as PEP 3333 wants it: a program may send letters of an address as they are, without per cents."""
    try:
        return text.encode().decode("latin-1")
    except UnicodeError as unreadable:
        raise RefusedError(400) from unreadable


def _add_headers(told: dict[str, Any], scope: Scope) -> None:
    for name, value in scope.headers.items():
        if "_" in name or name == "content-length":
            continue  # x_forwarded_for would pass for X-Forwarded-For
        key = "CONTENT_TYPE" if name == "content-type" else f"HTTP_{name.upper().replace('-', '_')}"
        told[key] = f"{told[key]}{'; ' if name == 'cookie' else ','}{value}" if key in told else value
    if scope.authority:
        told["HTTP_HOST"] = scope.authority
