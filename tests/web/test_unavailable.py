"""What does a page say while disk or database are in trouble? What is wrong in four languages, and what was typed is on it."""

from __future__ import annotations

import errno
import sqlite3

import psycopg.errors
import pytest
from django.core.cache import cache
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest
from django.test import RequestFactory

from shutaf.web.shell.errors import too_many
from shutaf.web.shell.unavailable import BUSY, CROWDED, FULL, GONE, READ_ONLY, in_doubt, trouble, unavailable


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    try:
        raise error from cause
    except Exception as caught:
        return caught


def sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("told by its code")
    error.sqlite_errorcode = code
    return error


def post(language: str = "en", path: str = "/w/town/new/body/", **typed: str) -> HttpRequest:
    request = RequestFactory().post(path, typed)
    request.COOKIES["shutaf_language"] = language
    return request


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (raised(OperationalError(), sqlite(sqlite3.SQLITE_FULL)), FULL),
        (raised(OperationalError(), sqlite(sqlite3.SQLITE_IOERR_WRITE)), READ_ONLY),
        (raised(OperationalError(), sqlite(sqlite3.SQLITE_IOERR_SHMSIZE)), FULL),
        (raised(OperationalError(), sqlite(sqlite3.SQLITE_READONLY)), READ_ONLY),
        (raised(OperationalError(), sqlite(sqlite3.SQLITE_BUSY)), BUSY),
        (raised(OperationalError(), psycopg.OperationalError("connection refused")), GONE),
        (raised(OperationalError(), psycopg.errors.AdminShutdown()), GONE),
        (raised(OperationalError(), psycopg.errors.DiskFull()), FULL),
        (raised(OperationalError(), psycopg.errors.TooManyConnections()), CROWDED),
        (raised(InterfaceError(), psycopg.InterfaceError("the connection is closed")), GONE),
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EROFS, "Read-only file system"), READ_ONLY),
        (raised(ValueError("while saving"), OSError(errno.ENOSPC, "No space left on device")), FULL),
    ],
    ids=str,
)
def test_trouble_of_disk_and_database_is_known(error: Exception, kind: str) -> None:
    assert trouble(error) == kind


@pytest.mark.parametrize(
    "error",
    [ValueError("ours"), raised(OperationalError("no such column"), sqlite(sqlite3.SQLITE_ERROR)), FileNotFoundError(2, "gone"), None],
)
def test_an_error_of_ours_stays_one(error: Exception | None) -> None:
    assert trouble(error) == ""


@pytest.mark.parametrize("kind", [FULL, READ_ONLY, GONE, BUSY, CROWDED])
@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar", "rtl"), ("en", "ltr"), ("de", "ltr")])
def test_it_is_said_in_the_readers_language(kind: str, language: str, direction: str) -> None:
    answer = unavailable(post(language, name="x"), kind)
    text = answer.content.decode()
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert f'<html lang="{language}" dir="{direction}">' in text
    assert ("Send it again" in text) == (language == "en")


def test_what_was_typed_waits_on_the_page_as_text() -> None:
    text = unavailable(post(name="<script>\nline"), FULL).content.decode()
    assert '<textarea hidden name="name">\n&lt;script&gt;\nline</textarea>' in text


def test_a_password_is_not_handed_back() -> None:
    text = unavailable(post(login="dana@ein-haruv.example", password="a long password 1"), GONE).content.decode()
    assert "a long password" not in text
    assert "Send it again" not in text


def test_an_answer_lost_while_confirming_is_told_as_doubt() -> None:
    def _commit() -> None:
        raise OperationalError from psycopg.OperationalError("server closed the connection unexpectedly")

    with pytest.raises(OperationalError) as lost:
        _commit()
    assert in_doubt(lost.value)
    assert not in_doubt(raised(OperationalError(), psycopg.OperationalError("refused")))
    assert "it may have been saved or not" in unavailable(post(name="x"), GONE, doubtful=True).content.decode()


def test_who_cannot_be_counted_is_not_told_to_have_tried_too_often(cache_table: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert too_many(post()).status_code == 429
    monkeypatch.setattr(cache, "set", lambda *_told: False)  # as the cache on a full disk: silent
    assert too_many(post()).status_code == 503


def test_a_program_gets_a_problem_it_can_read() -> None:
    answer = unavailable(post(path="/api/v1/bodies"), FULL)
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Retry-After"] == "120"
