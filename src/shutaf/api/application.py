"""Which routes are there, and how does each refusal become an answer?"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError

from shutaf.accounts import rules
from shutaf.accounts.viewer import NotAllowedError
from shutaf.api import bodies, brief, deeds, exchange, files, findings, initiatives, people, ties
from shutaf.api.asking import ElsewhereError, Token, TooOftenError, UnknownTokenError
from shutaf.api.openapi import ABOUT, Api
from shutaf.api.problems import RefusedError, broken, problem, wrong_of

SUBJECTS = (bodies, people, ties, exchange, initiatives, findings, brief, files, deeds)
_RULES = frozenset(name for name in vars(rules) if not name.startswith("_")) | {"<lambda>", "other_workspace", "member"}

api = Api(title="Shutaf", version="1", description=ABOUT, docs_url=None, auth=Token(), urls_namespace="api")
for subject in SUBJECTS:
    api.add_router("", subject.routes.router)


@api.exception_handler(UnknownTokenError)
def unknown_token(_request: HttpRequest, _failure: Any) -> HttpResponse:
    return problem(401, headers={"WWW-Authenticate": "Bearer"})


@api.exception_handler(TooOftenError)
def too_often(_request: HttpRequest, failure: Any) -> HttpResponse:
    return problem(429, headers={"Retry-After": str(failure.seconds)})


@api.exception_handler(ElsewhereError)
@api.exception_handler(Http404)
def not_here(_request: HttpRequest, _failure: Any) -> HttpResponse:
    return problem(404)


@api.exception_handler(NotAllowedError)
def not_allowed(_request: HttpRequest, failure: Any) -> HttpResponse:
    """A rule said no; or a row was named that is not there, which is told alike for rows of other workspaces."""
    return problem(403 if failure.rule in _RULES else 404)


@api.exception_handler(RefusedError)
def refused(_request: HttpRequest, failure: Any) -> HttpResponse:
    return problem(failure.status, detail=failure.detail, errors=failure.errors)


@api.exception_handler(ValidationError)
def not_fitting(_request: HttpRequest, failure: Any) -> HttpResponse:
    return problem(422, errors=[wrong_of(error) for error in failure.errors[:50]])


@api.exception_handler(HttpError)
def not_read(_request: HttpRequest, failure: Any) -> HttpResponse:
    return problem(failure.status_code)


@api.exception_handler(RequestDataTooBig)
def too_large(_request: HttpRequest, _failure: Any) -> HttpResponse:
    return problem(413)


@api.exception_handler(SuspiciousOperation)
def not_understood(_request: HttpRequest, _failure: Any) -> HttpResponse:
    return problem(400)


@api.exception_handler(Exception)
def failed(_request: HttpRequest, failure: Exception) -> HttpResponse:
    """A database or disk that is not there is told by whoever tells it on pages too."""
    if isinstance(failure, DatabaseError | OSError):
        raise failure
    return broken(failure)
