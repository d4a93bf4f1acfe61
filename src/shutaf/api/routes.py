"""How is a question answered? Read with an ETag, written once however often it is sent, and every refusal in one form."""

from __future__ import annotations

import hashlib
import inspect
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from ninja import Router, Schema

from shutaf.accounts.actions.api_calls import OtherRequestError, call_answered, call_keep, deed_since, workspace_hold
from shutaf.accounts.rules import writes
from shutaf.accounts.viewer import Viewer
from shutaf.api.asking import Asked
from shutaf.api.paging import Page
from shutaf.api.problems import Problem, RefusedError, wrong
from shutaf.api.values import Done

Rule = Callable[[Viewer], bool]
View = Callable[..., Any]
Current = Callable[..., Schema]
"""The thing as it is now, from the parts of the address: what If-Match is held against."""

REFUSALS = (400, 401, 403, 404, 413, 422, 429, 500, 503)
WRITE_REFUSALS = (409, 412, 415)
KEY = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


def responses(answer: Any, *, status: int = 200, writes: bool = False) -> dict[int, Any]:
    """Every status a route may have."""
    refusals = (*REFUSALS, *(WRITE_REFUSALS if writes else ()))
    return {status: answer, **({} if writes else {304: None}), **dict.fromkeys(refusals, Problem)}


def etag_of(text: str) -> str:
    return f'"{hashlib.blake2b(text.encode(), digest_size=12).hexdigest()}"'


def _names(header: str, etag: str) -> bool:
    """True when the header names this ETag, or any."""
    named = {one.strip().removeprefix("W/") for one in header[:2000].split(",")}
    return "*" in named or etag in named


class Routes:
    """The routes of one subject. Each view gets (asked, parts of the address, values)."""

    def __init__(self, tag: str) -> None:
        self.router = Router(tags=[tag])

    def read(self, path: str, answer: Any, rule: Rule, *, extra: Mapping[str, Any] | None = None) -> Callable[[View], View]:
        """A GET of what the rule lets the asker see."""

        def register(view: View) -> View:
            def run(request: HttpRequest, workspace: str, **values: Any) -> HttpResponse:  # noqa: ARG001
                asked = _asked(request, rule, view)
                return _answered(request, view(asked, **values))

            self._add(path, "GET", view, run, responses(answer), extra)
            return view

        return register

    def write(
        self,
        method: str,
        path: str,
        rule: Rule,
        *,
        status: int = 200,
        current: Current | None = None,
        answer: type[Done] = Done,
    ) -> Callable[[View], View]:
        """A change, as one transaction with what it is answered. current: for If-Match."""

        def register(view: View) -> View:
            def run(request: HttpRequest, workspace: str, **values: Any) -> HttpResponse:  # noqa: ARG001
                asked = _asked(request, lambda who: writes(who) and rule(who), view)
                return _written(asked, lambda: view(asked, **values), status, _checking(asked, current, values))

            self._add(path, method, view, run, responses(answer, status=status, writes=True), None)
            return view

        return register

    def _add(self, path: str, method: str, view: View, run: View, answers: dict[int, Any], extra: Mapping[str, Any] | None) -> None:
        told = inspect.signature(view, eval_str=True)
        parts = list(told.parameters.values())[1:]
        request = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD)
        workspace = inspect.Parameter("workspace", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=str)
        run.__signature__ = told.replace(parameters=[request, workspace, *parts], return_annotation=inspect.Signature.empty)  # type: ignore[attr-defined]
        run.__name__, run.__doc__, run.__module__ = view.__name__, view.__doc__, view.__module__
        self.router.add_api_operation(
            f"/w/{{workspace}}{path}",
            [method],
            run,
            response=answers,
            operation_id=view.__name__,
            openapi_extra=dict(extra) if extra else None,
        )


def _asked(request: HttpRequest, rule: Rule, view: View) -> Asked:
    """Whoever asks, if the rule lets them. A parameter that is not known is refused rather than passed over: it was meant to do something."""
    asked = request.auth  # type: ignore[attr-defined]
    assert isinstance(asked, Asked)
    if not rule(asked.viewer):
        raise RefusedError(403)
    unknown = sorted(set(request.GET) - set(inspect.signature(view).parameters))
    if unknown:
        raise wrong(f"query.{unknown[0][:100]}", _("is not known here"))
    return asked


def _answered(request: HttpRequest, told: Schema | HttpResponse) -> HttpResponse:
    """With its ETag; 304 when the asker has it already."""
    if isinstance(told, HttpResponse):
        return told
    text = told.model_dump_json()
    etag = etag_of(text)
    has_it = _names(request.headers["If-None-Match"], etag) if "If-None-Match" in request.headers else False
    response = HttpResponse(status=304) if has_it else HttpResponse(text, content_type="application/json")
    response["ETag"], response["Cache-Control"] = etag, "private, no-cache"
    if isinstance(told, Page) and told.next:
        response["Link"] = f'<{_next_address(request, told.next)}>; rel="next"'
    return response


def _next_address(request: HttpRequest, cursor: str) -> str:
    query: QueryDict = request.GET.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def _checking(asked: Asked, current: Current | None, values: Mapping[str, Any]) -> Callable[[], None]:
    """Raises 412 when the thing is not what If-Match says it was."""

    def check() -> None:
        if current is None or "If-Match" not in asked.request.headers:
            return
        named = {name: value for name, value in values.items() if name in inspect.signature(current).parameters}
        if not _names(asked.request.headers["If-Match"], etag_of(current(asked, **named).model_dump_json())):
            raise RefusedError(412)

    return check


def _written(asked: Asked, act: Callable[[], Done], status: int, check: Callable[[], None]) -> HttpResponse:
    """The change and the note of its answer are one transaction: a retry with the same key finds both or neither."""
    key = asked.request.headers.get("Idempotency-Key", "")
    if "Idempotency-Key" in asked.request.headers and not KEY.fullmatch(key):
        raise wrong("header.Idempotency-Key", _("is not written as it must be"))
    viewer, token_id, asked_hash = asked.viewer, asked.bearer.token_id, _hash_of(asked.request) if key else ""
    with transaction.atomic():
        revision = workspace_hold(viewer)
        if key and (before := _before(asked, key, asked_hash)):
            return before
        check()
        done = act()
        done.deed = deed_since(viewer, revision)
        text = done.model_dump_json()
        if key:
            call_keep(viewer, token_id=token_id, key=key, asked_hash=asked_hash, status=status, answer=text)
    return HttpResponse(text, status=status, content_type="application/json")


def _before(asked: Asked, key: str, asked_hash: str) -> HttpResponse | None:
    """What the same request was answered before."""
    try:
        found = call_answered(asked.viewer, token_id=asked.bearer.token_id, key=key, asked_hash=asked_hash)
    except OtherRequestError:
        raise RefusedError(409) from None
    if found is None:
        return None
    return HttpResponse(found[1], status=found[0], content_type="application/json", headers={"Idempotency-Replayed": "true"})


def _hash_of(request: HttpRequest) -> str:
    """Of everything that makes it the same request."""
    made = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    if request.content_type == "multipart/form-data":
        for name, file in sorted(request.FILES.items()):
            made.update(f"{name} {getattr(file, 'name', '')}\n".encode())
            for chunk in file.chunks():  # type: ignore[union-attr]
                made.update(chunk)
        made.update(request.POST.urlencode().encode())
    else:
        made.update(request.body)
    return made.hexdigest()
