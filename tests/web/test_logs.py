"""Does the log say what went wrong and where, without a word of anybody's? Every address is tried by an owner and a stranger, and pages break on purpose."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import DisallowedHost
from django.db import IntegrityError, transaction
from django.test import Client
from walk_cast import CAST, OF_THE_WORKSPACE, filled_town
from walk_steps import address, patterns
from walk_table import BY_NAME

from shutaf.web.shell.log_lines import Json, Plain
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TYPED = dict.fromkeys(
    ("name", "email", "text", "q", "title", "said_by", "person", "to", "password", "login", "file", "pasted"), "SECRETTYPED"
)
MARKERS = OF_THE_WORKSPACE | {"SECRETTYPED", "SECRETASKED", "SECRETHOST", "10.20.30.40", "SECRETAGENT", "@ein-haruv.example"}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the log of everything from INFO upwards holds, as it would be written; at the end nothing of anybody may stand there."""
    out, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(out), root.level
    handler.setFormatter(Json())
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield out
    root.removeHandler(handler)
    root.setLevel(level)
    assert out.getvalue(), "nothing was logged at all"
    assert sorted(marker for marker in MARKERS if marker in out.getvalue()) == []


@pytest.mark.slow
@pytest.mark.parametrize("walker", [CAST[0], CAST[-1]], ids=lambda walker: walker.name)
def test_a_walk_of_every_address_leaves_no_word_of_anybody_in_the_log(walker: Any, log: io.StringIO) -> None:
    town = filled_town()
    for pattern in patterns():
        if route := BY_NAME.get(pattern.name or ""):
            client = walker.browser(town)
            at = address(route, pattern, town, walker)
            asked = f"{at}{'&' if '?' in at else '?'}q=SECRETASKED"
            with transaction.atomic():
                client.get(asked, REMOTE_ADDR="10.20.30.40", HTTP_USER_AGENT="SECRETAGENT")
                client.post(at, TYPED, REMOTE_ADDR="10.20.30.40", HTTP_USER_AGENT="SECRETAGENT")
                transaction.set_rollback(True)


@pytest.mark.parametrize(
    "failure", [ValueError("SECRETTYPED"), IntegrityError("Key (name)=(SECRETTYPED) already exists"), KeyError("dana@ein-haruv.example")]
)
def test_a_page_that_breaks_says_where_and_which_kind_but_not_what(
    town: Town, monkeypatch: pytest.MonkeyPatch, log: io.StringIO, failure: Exception
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise failure

    monkeypatch.setattr("shutaf.web.pages.search.view.render", broken)
    client = Client(raise_request_exception=False)
    client.force_login(town.dana, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(f"/w/{town.ref}/search/?q=SECRETASKED").status_code == 500
    told = [json.loads(line) for line in log.getvalue().splitlines()]
    (error,) = [line for line in told if line["logger"] == "django.request"]
    assert error["route"] == "/w/<str:workspace_ref>/search/"
    assert error["error"].rpartition(".")[2] == type(failure).__name__
    assert "search/view.py" in error["through"]
    assert any(line["said"].startswith("error page ") for line in told)


def test_a_name_of_a_host_that_somebody_made_up_is_not_written_down(log: io.StringIO) -> None:
    logging.getLogger("django.security.DisallowedHost").error(
        "Invalid HTTP_HOST header: 'SECRETHOST'", exc_info=DisallowedHost("SECRETHOST")
    )


def test_of_other_programs_the_template_is_written_only(log: io.StringIO) -> None:
    logging.getLogger("somebody.elses").warning("could not write to %s", "dana@ein-haruv.example")


def test_each_request_is_a_line_with_its_pattern_and_time(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    client = Client()
    client.force_login(town.dana, backend="django.contrib.auth.backends.ModelBackend")
    with caplog.at_level(logging.INFO, "shutaf.requests"):
        client.get(f"/w/{town.ref}/bodies/")
    (record,) = [record for record in caplog.records if record.name == "shutaf.requests"]
    told = json.loads(Json().format(record))
    assert {key: told[key] for key in ("method", "route", "status", "kind", "role")} == {
        "method": "GET", "route": "/w/<str:workspace_ref>/bodies/", "status": 200, "kind": "user", "role": "owner",
    }  # fmt: skip
    assert told["ms"] > 0
    assert Plain().format(record).count("\n") == 0


def test_details_are_written_where_they_were_asked_for() -> None:
    record = logging.LogRecord("somebody.elses", logging.WARNING, "", 0, "could not write to %s", ("dana",), None)
    assert "dana" in Plain(has_details=True).format(record)
