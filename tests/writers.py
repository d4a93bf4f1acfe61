"""Who writes while a fault comes? Many at once, each noting what it was told; afterwards every note is held against the database, write by write."""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from serving import _CSRF, GONE, Answer, Served, Web

ROWS = 25  # of one imported file
_READ = """
import django; django.setup()
import json
from django.db import connection
from shutaf.accounts.models import Deed, Workspace
from shutaf.bodies.models import Body
workspace = Workspace.objects.get(ref={ref!r})
bodies = [[b.ref, b.name, b.city, b.neighbourhood, b.created_in_id, b.changed_in_id] for b in Body.objects.filter(workspace=workspace)]
deeds = sorted(Deed.objects.filter(workspace=workspace).values_list("revision", flat=True))
known = set(Deed.objects.filter(workspace=workspace).values_list("pk", flat=True))
print(json.dumps([bodies, deeds, workspace.revision, sum(b[4] not in known or b[5] not in known for b in bodies)]))
"""
_CHECK = """
import django; django.setup()
from django.db import connection
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("PRAGMA integrity_check"); print([row[0] for row in cursor.fetchall()])
        cursor.execute("PRAGMA foreign_key_check"); print(cursor.fetchall())
    else:
        cursor.execute("SELECT count(*) FROM pg_available_extensions WHERE name = 'amcheck'")
        if cursor.fetchone()[0]:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS amcheck")
            cursor.execute("SELECT count(bt_index_check(c.oid, true)) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
                "JOIN pg_am a ON a.oid = c.relam JOIN pg_namespace n ON n.oid = c.relnamespace WHERE a.amname = 'btree' AND n.nspname = 'public'")
            assert cursor.fetchone()[0] > 50
            cursor.execute("SELECT v.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL verify_heapam(c.oid) v "
                "WHERE c.relkind = 'r' AND n.nspname = 'public'")
            assert cursor.fetchall() == []
        print(["ok"]); print([])
"""


@dataclass
class Note:
    """One body as its writer knows it. told: the value last confirmed, "" when none was. tried: what was sent since then."""

    name: str
    told: str = ""
    ref: str = ""
    tried: list[str] = field(default_factory=list)


class Writer(threading.Thread):
    """Adds bodies, changes its own and imports files until it is told to stop. Never gives up while the server is gone."""

    def __init__(self, number: int, port: Callable[[], int], session: str, ref: str, stopped: threading.Event) -> None:
        super().__init__(daemon=True)
        self.number, self._port, self._session, self._at, self._stopped = number, port, session, f"/w/{ref}", stopped
        self._draw = random.Random(number)
        self._form: dict[str, str] = {}
        self.notes: list[Note] = []
        self.batches: dict[str, bool] = {}
        self.confirmed = self.refused = self.gone = 0
        self.broken: list[Answer] = []

    def run(self) -> None:
        step = 0
        while not self._stopped.is_set():
            step += 1
            try:
                self._step(step)
            except GONE:
                self.gone += 1
                self._form = {}
                time.sleep(0.1 + self._draw.random() * 0.2)

    def _step(self, step: int) -> None:
        mine = [note for note in self.notes if note.ref]
        if step % 12 == 5:
            self._import(f"batch {self.number}.{step}")
        elif mine and step % 2:
            self._write(self._draw.choice(mine), f"value {self.number}.{step}")
        else:
            self.notes.append(Note(f"body {self.number}.{step}"))
            self._write(self.notes[-1], f"value {self.number}.{step}")

    def _write(self, note: Note, value: str) -> None:
        address = f"{self._at}/edit/body/{note.ref}" if note.ref else f"{self._at}/new/body/"
        note.tried.append(value)
        told = self._post(
            address, {"name": note.name, "city": value, "neighbourhood": value, "change_agent": "unknown", "invite": "unknown"}
        )
        if told.status == 302 and "/body/" in told.location:
            note.told, note.tried, note.ref = value, [], note.ref or told.location.rstrip("/").rsplit("/", 1)[1]

    def _import(self, name: str) -> None:
        self.batches[name] = False
        rows = "\n".join(f"{name} row {row}\tעסקי" for row in range(ROWS))
        told = self._post(f"{self._at}/import/", {"pasted": f"שם הארגון\tמגזר\n{rows}"})
        if told.status == 302:
            self.batches[name] = self._post(told.location.replace("/import/", "/import-accept/"), {}).status == 302

    def _post(self, address: str, fields: dict[str, str]) -> Answer:
        web = Web(self._port(), self._session, timeout=60)
        if not self._form:
            found = _CSRF.search(web.ask("GET", f"{self._at}/new/body/").text)
            if not found:
                time.sleep(0.2)
                return Answer(0, "", "", None)  # type: ignore[arg-type]
            self._form = {**web.cookies, "csrf": found[1]}
        web.cookies.update({name: value for name, value in self._form.items() if name != "csrf"})
        told = web.ask("POST", address, _encoded(fields | {"csrfmiddlewaretoken": self._form["csrf"]}))
        self.confirmed += told.status == 302
        if told.status in (503, 429):  # in trouble, or asked to write less often
            self.refused += told.status == 503
            time.sleep(0.2)
        elif told.status != 302:
            self.broken.append(told)
        return told


def _encoded(fields: dict[str, str]) -> bytes:
    from urllib.parse import urlencode

    return urlencode(fields).encode()


@dataclass(frozen=True)
class Found:
    """What the writers noted and what is there, in figures."""

    confirmed: int
    refused: int
    bodies: int
    batches: int


def compare(served: Served, ref: str, writers: list[Writer]) -> Found:
    """Hold every note against the database. Fails at the first write that was confirmed and is not there, or is half."""
    bodies, revisions, revision, orphans = json.loads(served.run(_READ.format(ref=ref)))
    by_name: dict[str, list[list[Any]]] = {}
    for body in bodies:
        by_name.setdefault(body[1], []).append(body)
    for writer in writers:
        assert not writer.broken, (writer.broken[0].status, writer.broken[0].text[:400])
        for note in writer.notes:
            _compare(note, by_name.get(note.name, []))
        for name, told in writer.batches.items():
            count = sum(len(by_name.get(f"{name} row {row}", [])) for row in range(ROWS))
            assert count in (0, ROWS), f"{name} is half: {count}"
            assert count == ROWS or not told, f"{name} was confirmed and is gone"
    assert revisions == list(range(1, revision + 1)), "a deed a revision, none missing and none twice"
    assert orphans == 0, "each row knows the deed that made it"
    assert served.run(_CHECK).splitlines() == ["['ok']", "[]"]
    return Found(
        sum(writer.confirmed for writer in writers), sum(writer.refused for writer in writers), len(bodies),
        sum(told for writer in writers for told in writer.batches.values()),
    )  # fmt: skip


def _compare(note: Note, found: list[list[Any]]) -> None:
    assert len(found) <= 1 or len(note.tried) > 1, f"{note.name} is there twice"
    if note.told:
        assert len(found) == 1, f"{note.name} was confirmed and is gone"
    for _ref, _name, city, neighbourhood, *_deeds in found:
        assert city == neighbourhood, f"{note.name} is half: {city}, {neighbourhood}"
        assert city in {note.told, *note.tried}, f"{note.name} holds {city}; confirmed was {note.told}"


def many(count: int, port: Callable[[], int], session: str, ref: str) -> tuple[list[Writer], Callable[[], None]]:
    """That many writers at work, and what ends them."""
    stopped = threading.Event()
    writers = [Writer(number, port, session, ref, stopped) for number in range(count)]
    for writer in writers:
        writer.start()

    def end() -> None:
        stopped.set()
        for writer in writers:
            writer.join(90)
        assert not any(writer.is_alive() for writer in writers)

    return writers, end
