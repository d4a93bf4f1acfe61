"""Is every clock told of before it runs out, to whom it concerns, without naming anybody?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from shutaf.accounts.deeds import deed
from shutaf.accounts.models import Mail
from shutaf.accounts.rules import may_edit
from shutaf.intake.models import RightsRequest
from shutaf.stewardship.clocks import SOON, clocks
from shutaf.stewardship.models import Defect
from shutaf.stewardship.ticking import JOBS
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

NOW = timezone.now()


def asked(town: Town, days: int, state: str = "open") -> None:
    due = (NOW + timedelta(days=days)).date().isoformat()
    with deed(town.editor, "request_make", rule=may_edit) as working:
        working.create(RightsRequest(kind="see", person="SECRETPERSON", text="SECRETTEXT", said_through="staff", due_on=due, state=state))


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
def test_owners_are_told_in_their_language_and_nobody_is_named(town: Town, language: str) -> None:
    town.dana.language = language
    town.dana.save()
    asked(town, 9)
    asked(town, 20)
    assert clocks(NOW) == 1
    letter = Mail.objects.get(to=town.dana.email)
    assert letter.language == language
    assert f"/w/{town.ref}/requests/" in letter.text
    assert "SECRET" not in letter.subject + letter.text


def test_what_is_far_off_or_settled_is_not_told(town: Town) -> None:
    asked(town, 11)
    asked(town, 3, "done")
    assert clocks(NOW) == 0


def test_what_ran_out_is_told_as_such(town: Town) -> None:
    town.dana.language = "en"
    town.dana.save()
    asked(town, -2)
    clocks(NOW)
    assert "ran out on" in Mail.objects.get(to=town.dana.email).text


def test_reports_on_accessibility_go_to_whoever_answers_for_it(town: Town, settings: Any) -> None:
    Defect.objects.create(ref="d", due_at=NOW + timedelta(days=5), text="SECRETTEXT")
    assert clocks(NOW) == 0
    settings.ACCESSIBILITY_MAIL = "access@town.example"
    assert clocks(NOW) == 1
    assert "SECRET" not in Mail.objects.get(to="access@town.example").text


def test_every_clock_is_told_of_before_it_runs_out() -> None:
    assert next(job for job in JOBS if job.name == "clocks").every < SOON
