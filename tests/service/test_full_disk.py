"""What happens when the disk is full? A clear page, what was typed on it, reading goes on, nothing confirmed is lost, and with room it goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from serving import Served, Web
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

    ballast.unlink()
    assert web.post(page, body(number)).status == 302
    text = web.ask("GET", f"/w/{ref}/bodies/").text
    assert all(f"body {one}" in text for one in [*saved, number])
    tell(
        "full disk",
        f"{len(saved)} writes confirmed before and while it filled, all there; the next said 503; after room was made it was saved",
    )
