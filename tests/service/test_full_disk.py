"""What happens when the disk is full? A clear page, what was typed on it, reading goes on, nothing confirmed is lost, and with room it goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from serving import Answer, Served, Web
from stressing import tell

pytestmark = pytest.mark.stress

LONG = "a long reason " * 120


def fill(disk: Path) -> Path:
    """Every byte that is left."""
    ballast = disk / "ballast"
    with ballast.open("ab", buffering=0) as out:
        for size in (65536, 512, 1):
            try:
                while True:
                    out.write(b"\0" * size)
            except OSError:
                continue
    return ballast


def body(number: int) -> dict[str, str]:
    return {"name": f"body {number}", "opportunities": f"{LONG}{number}", "change_agent": "unknown", "invite": "unknown"}


def upload(web: Web, ref: str) -> Answer:
    """A file of 200 kB, sent as a browser does."""
    rows = "\n".join(f"row {row},{'x' * 80}" for row in range(2000))
    form = web.ask("GET", f"/w/{ref}/import/")
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', form.text)
    assert token
    parts = [("csrfmiddlewaretoken", "", token[1]), ("files", '; filename="list.csv"\r\nContent-Type: text/csv', f"name,city\n{rows}")]
    sent = "".join(f'--edge\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n{value}\r\n' for name, more, value in parts)
    return web.ask("POST", f"/w/{ref}/import/", f"{sent}--edge--\r\n".encode(), "multipart/form-data; boundary=edge")


def files(home: Path) -> list[Path]:
    return sorted(path for path in (home / "files").rglob("*") if path.is_file())


def test_a_full_disk_is_said_and_nothing_confirmed_is_lost(served_in: Callable[[Path], Served], small_disk: Path) -> None:
    on_small_disk = served_in(small_disk / "home")
    session, ref = on_small_disk.seed()
    _child, port = on_small_disk.start()
    web = Web(port, session)
    page = f"/w/{ref}/new/body/"
    saved = [n for n in range(3) if web.post(page, body(n)).status == 302]
    assert saved == [0, 1, 2]
    form = web.ask("GET", page)
    assert form.status == 200
    ballast = fill(small_disk)

    refused = None
    for number in range(3, 400):
        answer = web.post(page, body(number))
        if answer.status != 302:
            refused = number, answer
            break
        saved.append(number)
    assert refused
    number, answer = refused
    assert answer.status == 503
    assert answer.headers["Retry-After"] == "120"
    assert "There is no room left to save" in answer.text
    assert f"body {number}" in answer.text, "what was typed waits on the page"
    assert "Send it again" in answer.text
    assert web.ask("GET", f"/w/{ref}/bodies/").status == 200, "reading goes on"

    kept = files(on_small_disk.home)
    told = upload(web, ref)
    assert (told.status, told.headers["Retry-After"]) == (503, "120"), "not 429: nothing can be counted, and nobody tried too often"
    assert "files are chosen anew" in told.text
    assert files(on_small_disk.home) == kept, "half a file stays nowhere"

    ballast.unlink()
    assert web.post(page, body(number)).status == 302
    assert upload(web, ref).status == 302
    text = web.ask("GET", f"/w/{ref}/bodies/").text
    assert all(f"body {one}" in text for one in [*saved, number])
    tell(
        "full disk",
        f"{len(saved)} writes confirmed before and while it filled, all there; the next said 503; after room was made it was saved",
    )
