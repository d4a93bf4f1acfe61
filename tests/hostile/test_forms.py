"""Does any form break, whatever is typed into it, left out of it or added to it?"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode
from zlib import crc32

import pytest
from addresses import addresses, asked, taken_back
from django.test import Client
from forms import Form, forms_of
from hypothesis import HealthCheck, Phase, given, seed, settings
from values import spoilt
from walk_cast import CAST, filled_town

from stressing import amount, tell
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql, pytest.mark.stress]

WALKERS = {walker.name: walker for walker in CAST if walker.name in ("the owner", "nobody", "an open link", "an open link of a department", "a rater", "the partner of another body")}  # fmt: skip
drawn = settings(max_examples=amount(3, 150), database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
"""Every form gets its own few tries; a failure is told as it was drawn."""


def forms_for(client: Client, town: Town, walker: str) -> list[Form]:
    """Each form this person meets, once."""
    found: dict[object, Form] = {}
    for _route, at in addresses(town, WALKERS[walker]):
        answer = asked(client, "get", at)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            for form in forms_of(at, answer.said):
                found.setdefault(form.shape, form)
    return list(found.values())


def sent(client: Client, form: Form, fields: dict[str, list[str]]) -> Iterator[str]:
    """What went wrong: with the answer, or with the page it leads to."""
    with taken_back(client):
        if form.method == "get":
            answer = client.get(form.at.split("?")[0] + "?" + urlencode(fields, doseq=True, errors="replace"))
        else:
            answer = client.post(form.at, urlencode(fields, doseq=True, errors="replace"), content_type="application/x-www-form-urlencoded")
        if answer.status_code >= 500:
            yield f"{answer.status_code} for {fields}"
        if answer.status_code == 302 and not answer["Location"].startswith("http"):
            after = client.get(answer["Location"])
            if after.status_code >= 500:
                yield f"{after.status_code} at {answer['Location']} after {fields}"


def attacked(client: Client, form: Form) -> tuple[int, list[str]]:
    """How often this form was sent, and what went wrong. Its tries are its own: another form that comes or goes changes none."""
    tries, wrong = [], []

    @seed(crc32(repr(form.shape[1:]).encode()))
    @drawn
    @given(spoilt(form.sends))
    def attack(fields: dict[str, list[str]]) -> None:
        tries.append(1)
        wrong.extend(f"{form.name}: {one}" for one in sent(client, form, fields))

    attack()
    return len(tries), wrong


@pytest.mark.parametrize("walker", WALKERS)
def test_no_form_breaks_whatever_is_sent(walker: str, db: None, settings: object) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}  # type: ignore[attr-defined]
    town = filled_town()
    client = WALKERS[walker].browser(town)
    forms = forms_for(client, town, walker)
    done = [attacked(client, form) for form in forms]
    wrong = [one for _tries, found in done for one in found]
    tell(
        "No form breaks, whatever is typed",
        f"{walker}: {len(forms)} forms, {sum(tries for tries, _found in done)} tries, {len(wrong)} broke",
    )
    assert forms
    assert wrong == [], "\n".join(wrong)
