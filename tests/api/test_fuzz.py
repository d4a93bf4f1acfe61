"""Does any request, right or wrong in any part, break the API or get an answer that its description does not tell?

Schemathesis makes the requests from the description: half of them as they should be, half wrong somewhere. Seeded; the full form is in dev/stress.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given
from hypothesis import settings as drawing
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from programs import Program
from schemathesis import GenerationMode

from shutaf.api.application import api
from shutaf.config.wsgi import application
from shutaf.stewardship.queries import TABLES, model_of
from stressing import amount, tell
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.stress, pytest.mark.sql]


def closing(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """The application, whose answers are closed as a server closes them, with its uploads; nothing is packed, since nobody here unpacks it."""
    with connection_of_the_test():
        response = application(environ | {"HTTP_ACCEPT_ENCODING": "identity"}, start_response)
        try:
            return [b"".join(response)]
        finally:
            response.close()


@contextmanager
def connection_of_the_test() -> Iterator[None]:
    """A request would close the connection, in which the test's transaction is open; Django's own test client does the same."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def described() -> Any:
    """The description without the token, which every request here has."""
    told = dict(api.get_openapi_schema(path_prefix="/api/v1/"))
    for methods in told["paths"].values():
        for one in methods.values():
            one.pop("security", None)
    schema = schemathesis.openapi.from_dict(told)
    schema.app = closing
    return schema


LEFT_OUT = (
    "positive_data_acceptance",  # a ref that fits the description may name nothing; that is 404 or 422 and told
    "ignored_auth",  # walked in test_walk.py, for every route, method and kind of token
)
EXAMPLES = amount(4, 400)


def checks() -> list[Any]:
    schemathesis.checks.load_all_checks()
    return [check for check in schemathesis.checks.CHECKS.get_all() if check.__name__ not in LEFT_OUT]


def refs_of(town: Town) -> list[str]:
    """Something of every table, so that some addresses lead to something."""
    found = [model_of(table).objects.filter(workspace=town.workspace).values_list("ref", flat=True)[:4] for table in TABLES]
    return sorted({ref for some in found for ref in some})


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["right", "wrong"])
def test_every_answer_is_one_that_is_told(mode: GenerationMode, town: Town, settings: Any) -> None:
    settings.API_PER_MINUTE = 10**9
    program, refs, wrong, answers = Program(town, town.owner), refs_of(town), [], Counter[int]()
    operations = [found.ok() for found in described().get_all_operations()]
    for operation in operations:
        try:
            _try(operation, mode, program, refs, answers)
        except Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE, operation.path  # an address of which any part may be anything cannot be asked wrongly
        except Exception as failure:  # each operation is told, not the first alone
            wrong.append(f"{operation.method.upper()} {operation.path}: {''.join(traceback.format_exception(failure))[-3000:]}")
    assert not wrong, "\n\n".join(wrong)
    assert set(answers) & {200, 201} or mode is GenerationMode.NEGATIVE, "nothing was ever answered"
    tell(
        "API without a surprise",
        f"{mode.value}: {len(operations)} routes, {answers.total()} requests, answers {dict(sorted(answers.items()))}",
    )


def _try(operation: Any, mode: GenerationMode, program: Program, refs: list[str], answers: Counter[int]) -> None:
    held = checks()

    @drawing(max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode), ref=st.sampled_from(["", *refs]))
    def asked(case: Any, ref: str) -> None:
        case.path_parameters["workspace"] = program.town.ref
        if ref and "ref" in case.path_parameters:
            case.path_parameters["ref"] = ref
        response = case.call(headers={"Authorization": f"Bearer {program.token}"})
        answers[response.status_code] += 1
        case.validate_response(response, checks=held)

    asked()
