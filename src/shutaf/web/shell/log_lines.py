"""What stands in a line of the log? What happened, where in the code and on which kind of page: never what somebody typed, is called or looked at.

Messages of ours hold keys and numbers only. Of other programs the template of a message is written, without what they would put into it; of an address
the pattern it met; of an exception its kind and the places it came through. SHUTAF_LOG_DETAILS=yes writes all of it, for a hunt on one's own machine.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from shutaf.web.shell.logs import masked

HARMLESS = ("shutaf", "django_tasks", "_granian")  # loggers whose messages hold no data of people
_FRAMES = 12


class Json(logging.Formatter):
    """One JSON object a line."""

    def __init__(self, *, has_details: bool = False) -> None:
        super().__init__()
        self._has_details = has_details

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(facts(record, has_details=self._has_details), ensure_ascii=False, default=str)


class Plain(Json):
    """One line, for eyes."""

    def format(self, record: logging.LogRecord) -> str:
        told = facts(record, has_details=self._has_details)
        start = f"{told.pop('at')} {told.pop('level')} {told.pop('logger')}: {told.pop('said')}"
        return " ".join([start, *(f"{key}={value}" for key, value in told.items())])


def facts(record: logging.LogRecord, *, has_details: bool = False) -> dict[str, Any]:
    """What a line holds."""
    told: dict[str, Any] = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "logger": record.name,
        "said": masked(record.getMessage()) if has_details else _said(record),
    }
    if (request := getattr(record, "request", None)) is not None:
        told["method"], told["route"] = getattr(request, "method", ""), route_of(request)
    if status := getattr(record, "status_code", None):
        told["status"] = status
    told |= getattr(record, "facts", {})
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    if error is not None:
        told["error"] = " < ".join(_kinds(error))
        told["through"] = "".join(traceback.format_exception(error)) if has_details else _places(error)
    return told


def _said(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] in HARMLESS:
        return masked(record.getMessage())
    if record.name == "django.request" and record.msg == "%s: %s" and isinstance(record.args, tuple):
        return str(record.args[0])  # Not Found, Forbidden; what follows is the address
    if record.name.startswith("django.security"):
        return record.name.rpartition(".")[2]  # its messages are made of what was sent
    return masked(str(record.msg).partition("%s")[0].rstrip(" (:"))  # "Method Not Allowed (%s): %s": what would follow is what was sent


def route_of(request: Any) -> str:
    """The pattern an address met, such as w/<str:workspace_ref>/body/<path:ref>; "" for none."""
    match = getattr(request, "resolver_match", None)
    return "/" + str(match.route) if match is not None else ""


def _kinds(error: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return " > ".join(f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)


def _short(file: str) -> str:
    """A file by its place in its package: the folders above may be called like somebody."""
    inside = (PurePath(file).relative_to(base) for base in sys.path if base and PurePath(file).is_relative_to(base))
    return min((path.as_posix() for path in inside), key=len, default=PurePath(file).name)
