"""What is a program told when something is wrong? One form for all of it (RFC 9457), in the reader's language."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from ninja import Schema
from pydantic import Field

log = logging.getLogger("shutaf.api")
MEDIA_TYPE = "application/problem+json"

SAID: Mapping[int, tuple[str, str]] = {
    400: (N_("This request could not be read"), N_("Nothing was changed.")),
    401: (N_("No token, or one that opens nothing"), N_("Send a token as “Authorization: Bearer …”. Members make one on the page “Tokens for programs”.")),
    403: (N_("This is not open to you"), N_("The token, or who made it, may not do this. Nothing was changed.")),
    404: (N_("There is nothing at this address"), N_("It may have been moved to the trash, or the address is incomplete.")),
    405: (N_("This address does not take that"), N_("The header “Allow” says what it takes.")),
    409: (N_("This does not go together with what is there"), N_("Nothing was changed.")),
    410: (N_("This was here and is gone"), N_("Nothing was changed.")),
    412: (N_("Somebody changed it meanwhile"), N_("Read it again and send your change with the new ETag. Nothing was changed.")),
    413: (N_("This is too large"), N_("A file may have 25 MB, other requests 2.5 MB. Nothing was read.")),
    415: (N_("This kind of content is not taken here"), N_("Send JSON as application/json, a file as multipart/form-data.")),
    422: (N_("Something in the request does not fit"), N_("Nothing was changed. “errors” says what and where.")),
    429: (N_("Too many requests in a short time"), N_("Wait as many seconds as “Retry-After” says.")),
    500: (N_("Something went wrong on our side"), N_("What was saved before is safe. If it happens again, name the number.")),
    503: (N_("This cannot be answered just now"), N_("Nothing was lost. Try again in a moment.")),
}  # fmt: skip


class Wrong(Schema):
    """One thing that does not fit: where in the request, and why."""

    where: str = Field(description="Such as body.name or query.limit.")
    says: str


class Problem(Schema):
    """What went wrong, in the reader's language."""

    type: str = Field(description="about:blank: the status says it.")
    title: str
    status: int
    detail: str
    errors: list[Wrong] = Field(default_factory=list, description="For 422: each thing that does not fit.")
    number: str = Field(default="", description="For 500: what to name when you report it.")


def problem(
    status: int, *, detail: str = "", errors: Sequence[Wrong] = (), number: str = "", headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """The answer that says so. detail: more exact than what the status says by itself."""
    title, said = SAID.get(status, SAID[400 if status < 500 else 500])
    told = Problem(type="about:blank", title=_(title), status=status, detail=detail or _(said), errors=list(errors), number=number)
    return HttpResponse(told.model_dump_json(), status=status, content_type=MEDIA_TYPE, headers=dict(headers or {}))


def broken(failure: BaseException) -> HttpResponse:
    """Told with a number that the log has too."""
    number = secrets.token_hex(4)
    log.error("API error %s", number, exc_info=failure)
    return problem(500, number=number)


class RefusedError(Exception):
    """A route says no: with a status, and why."""

    def __init__(self, status: int, detail: str = "", errors: Sequence[Wrong] = ()) -> None:
        super().__init__(status, detail)
        self.status, self.detail, self.errors = status, detail, tuple(errors)


def wrong(where: str, says: str) -> RefusedError:
    """422, about one value."""
    return RefusedError(422, errors=[Wrong(where=where, says=says)])


_PYDANTIC: Mapping[str, str] = {
    "missing": N_("is missing"),
    "extra_forbidden": N_("is not known here"),
    "string_too_long": N_("has more than {max_length} letters"),
    "string_too_short": N_("is empty"),
    "string_type": N_("must be text"),
    "string_unicode": N_("holds signs that are no text"),
    "string_pattern_mismatch": N_("is not written as it must be"),
    "literal_error": N_("must be one of: {expected}"),
    "enum": N_("must be one of: {expected}"),
    "greater_than_equal": N_("must be {ge} or more"),
    "less_than_equal": N_("must be {le} or less"),
    "too_long": N_("has more than {max_length} entries"),
    "bool_type": N_("must be true or false"),
    "json_invalid": N_("is no JSON"),
}


def wrong_of(error: Mapping[str, Any]) -> Wrong:
    """An error of the schema, in the reader's language."""
    facts = {key: str(value) for key, value in (error.get("ctx") or {}).items()}
    template = _PYDANTIC.get(str(error.get("type")))
    try:
        said = _(template).format(**facts) if template else _("does not fit")
    except (KeyError, IndexError):
        said = _("does not fit")
    source, *parts = [str(part) for part in error.get("loc", ())] or [""]
    inside = parts[1:] if source == "body" else parts  # what the route calls the body is nobody's concern
    return Wrong(where=".".join((source, *inside))[:200], says=said)
