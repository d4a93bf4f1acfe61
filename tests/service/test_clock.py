"""What happens when the clock jumps, a day back and a year ahead? What was written stays in its order, writing goes on, and what recurs comes again."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from serving import Served, Web
from stressing import tell

LIBRARY = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)
pytestmark = [
    pytest.mark.stress,
    pytest.mark.skipif(LIBRARY is None, reason="libfaketime is not installed here: sudo apt-get install libfaketime"),
]

_READ = """
import django; django.setup()
import json
from shutaf.accounts.models import Deed
from shutaf.stewardship.models import Tick
from django.utils import timezone
from datetime import timedelta
print(json.dumps([list(Deed.objects.order_by("revision").values_list("revision", "about")), Tick.objects.filter(name="mail").count(),
    Tick.objects.filter(name="mail", due_at__lt=timezone.now() + timedelta(days=1)).count()]))
"""


class Clock:
    """What the served processes take for the time; moved while they run."""

    def __init__(self, folder: Path, served: Served) -> None:
        self._file = folder / "clock"
        self.moved("+0")
        served.environment |= {
            "LD_PRELOAD": str(LIBRARY), "FAKETIME_TIMESTAMP_FILE": str(self._file), "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }  # fmt: skip

    def moved(self, by: str) -> None:
        self._file.write_text(by)


def written(web: Web, ref: str, name: str) -> bool:
    told = web.post(f"/w/{ref}/new/body/", {"name": name, "change_agent": "unknown", "invite": "unknown"})
    return told.status == 302 and "/body/" in told.location


def test_a_clock_that_jumps_loses_nothing_and_stops_nothing(served: Served, tmp_path: Path) -> None:
    session, ref = served.seed()
    clock = Clock(tmp_path, served)
    _child, port = served.start()
    web = Web(port, session)
    tick = "import runpy, sys; sys.argv = ['shutaf', 'tick']; runpy.run_module('shutaf', run_name='__main__')"

    assert written(web, ref, "clock: at first")
    served.start_other([sys.executable, "-c", tick]).wait(120)
    clock.moved("-1d")
    assert written(web, ref, "clock: a day back")
    clock.moved("+400d")
    told = web.ask("GET", f"/w/{ref}/bodies/")
    assert (told.status, "next=" in told.location) == (302, True), "a session that is over asks to sign in, no more"
    web = Web(port, session)  # who did not look meanwhile is still signed in
    clock.moved("+13d")
    assert written(web, ref, "clock: in thirteen days")
    served.start_other([sys.executable, "-c", tick]).wait(120)
    clock.moved("+0")
    assert written(web, ref, "clock: set right")
    served.start_other([sys.executable, "-c", tick]).wait(120)

    deeds, known, soon = json.loads(served.run(_READ, LD_PRELOAD=""))
    names = ["clock: at first", "clock: a day back", "clock: in thirteen days", "clock: set right"]
    assert [about for _revision, about in deeds if about in names] == names
    assert [revision for revision, _about in deeds] == list(range(1, len(deeds) + 1))
    assert (known, soon) == (1, 1), "what recurs does not wait thirteen days for its time"
    page = web.ask("GET", f"/w/{ref}/history/").text
    assert list(dict.fromkeys(re.findall("|".join(names), page))) == names[::-1], "the history tells it in the order in which it happened"
    tell(
        "clock jumps",
        "a day back, 400 and 13 days ahead, and set right: four writes there in their order, what recurs came again; who looks in at 400 days has to sign in anew",
    )
