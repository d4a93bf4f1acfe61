"""Is somebody who was erased gone from accounts, files on their way in, typed text, jobs, the cache and defects too?"""

from __future__ import annotations

import io
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import openpyxl
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from planting import EMAIL, NAME, PHONE, SENTENCE
from shutaf.accounts.actions import user_create
from shutaf.accounts.actions.invitations import LastOwnerError
from shutaf.accounts.models import Member, User, Workspace
from shutaf.accounts.viewer import NotAllowedError
from shutaf.intake.actions import upload_make
from shutaf.intake.files import folder_of
from shutaf.intake.models import Upload
from shutaf.stewardship.models import Defect
from shutaf.stewardship.personal.actions import person_erase
from shutaf.stewardship.personal.found import person_found
from shutaf.stewardship.personal.outside.accounts import OwnAccountError
from shutaf.stewardship.personal.who import Who
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

WHO = Who((NAME,), (EMAIL,), (PHONE,))


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path: Path, settings: Any) -> None:
    settings.SHUTAF_HOME, settings.FILES = tmp_path, tmp_path / "files"


def kinds(town: Town) -> list[str]:
    return [trace.kind for trace in person_found(town.owner, WHO).outside]


def member(town: Town, role: str = "editor", email: str = EMAIL) -> User:
    user = user_create(email=email, name=NAME)
    Member.objects.create(workspace=town.workspace, user=user, role=role)
    return user


def sheet(rows: list[list[str]]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def test_an_account_goes_with_its_sessions_when_an_owner_erases(town: Town) -> None:
    user = member(town)
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session.save()
    with pytest.raises(NotAllowedError):
        person_erase(town.editor, who=WHO)
    person_erase(town.owner, who=WHO)
    assert not User.objects.filter(pk=user.pk).exists()
    assert not Session.objects.filter(session_key=session.session_key).exists()


def test_who_is_in_another_workspace_keeps_the_account_there(town: Town) -> None:
    user = member(town)
    Member.objects.create(workspace=Workspace.objects.get(pk=town.elsewhere.workspace_id), user=user, role="viewer")
    person_erase(town.owner, who=WHO)
    assert list(user.memberships.values_list("workspace", flat=True)) == [town.elsewhere.workspace_id]


def test_an_account_of_the_same_name_is_told_and_stays(town: Town) -> None:
    user = member(town, email="another@bdikati.example")
    told = person_found(town.owner, WHO).outside
    assert [(one.kind, one.is_told_only) for one in told] == [("account", True)]
    person_erase(town.owner, who=WHO)
    assert User.objects.filter(pk=user.pk, name=NAME).exists()


def test_nobody_closes_the_own_account_and_the_last_owner_stays(town: Town) -> None:
    with pytest.raises(OwnAccountError):
        person_erase(town.owner, who=Who(emails=(town.dana.email,)))
    Member.objects.filter(workspace=town.workspace, user=town.dana).update(role="viewer")
    user = member(town, role="owner")
    job = type(town.owner)("job", town.owner.workspace_id, town.ref, "owner")
    with pytest.raises(LastOwnerError):
        person_erase(job, who=WHO)
    assert User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("people.csv", f"שם,הערה\nאחר,{SENTENCE}\n".encode("cp1255")),
        ("people.xlsx", sheet([["שם פרטי", "שם משפחה"], NAME.split(" ")])),
        ("mail.txt", f"x\n{EMAIL}\n".encode()),
        (f"{NAME}.csv", b"a,b\n1,2\n"),
        ("unreadable.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 4 + b"\xff"),
    ],
)
def test_a_file_on_its_way_in_that_names_them_goes_whole(
    town: Town, name: str, data: bytes, django_capture_on_commit_callbacks: Any
) -> None:
    ref = upload_make(town.editor, files=[(name, [data])])
    other = upload_make(town.editor, files=[("other.csv", ["שם,עיר\nקפה,עין חרוב\n".encode()])])
    assert kinds(town) == ["upload"]
    with django_capture_on_commit_callbacks(execute=True):
        person_erase(town.editor, who=WHO)
    gone, stays = Upload.objects.get(ref=ref), Upload.objects.get(ref=other)
    assert (gone.state, folder_of(gone.folder).exists()) == ("dropped", False)
    assert (stays.state, folder_of(stays.folder).exists()) == ("open", True)


def test_what_was_typed_on_a_page_goes_from_the_session_and_the_rest_stays(town: Town) -> None:
    mine, other = SessionStore(), SessionStore()
    mine.update({"_auth_user_id": "1", "draft": [f"/w/{town.ref}/new/body", urlencode({"name": NAME})], "visits": {"a": 1}})
    other.update({"draft": ["/w/another/new/body", urlencode({"name": NAME})]})
    mine.save()
    other.save()
    assert kinds(town) == ["typed"]
    person_erase(town.editor, who=WHO)
    assert dict(SessionStore(mine.session_key).items()) == {"_auth_user_id": "1", "visits": {"a": 1}}
    assert "draft" in SessionStore(other.session_key)


def test_a_job_that_names_them_names_them_no_more(town: Town) -> None:
    job = DBTaskResult.objects.create(
        id=uuid.uuid4(), task_path="shutaf.accounts.jobs.deliver_mail", backend_name="default",
        args_kwargs={"args": [SENTENCE], "kwargs": {"to": EMAIL}}, traceback=f"ValueError: {PHONE}", run_after=timezone.now(),
    )  # fmt: skip
    assert kinds(town) == ["job"]
    person_erase(town.editor, who=WHO)
    job.refresh_from_db()
    assert (NAME in str(job.args_kwargs), EMAIL in str(job.args_kwargs), PHONE in job.traceback) == (False, False, False)


def test_what_the_cache_remembers_of_them_is_forgotten(town: Town) -> None:
    call_command("createcachetable", verbosity=0)
    cache.set("something", {"name": NAME})
    cache.set("other", {"name": "קפה"})
    assert kinds(town) == ["remembered"]
    person_erase(town.editor, who=WHO)
    assert (cache.get("something"), cache.get("other")) == (None, {"name": "קפה"})


def test_a_defect_they_told_goes_where_the_service_has_one_workspace(town: Town) -> None:
    Defect.objects.create(ref="d1", due_at=timezone.now() + timedelta(days=60), text=SENTENCE, answer_to=EMAIL)
    assert kinds(town) == []  # two workspaces share this service
    Workspace.objects.filter(pk=town.elsewhere.workspace_id).delete()
    person_erase(town.editor, who=WHO)
    assert Defect.objects.filter(text__contains=NAME).count() + Defect.objects.exclude(answer_to="").count() == 0


def test_the_page_says_that_nobody_closes_the_own_account(town: Town) -> None:
    call_command("createcachetable", verbosity=0)
    client = Client()
    client.force_login(town.dana, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post(reverse("held_erase", args=[town.ref]), {"email": town.dana.email, "sure": "1"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("held", args=[town.ref]))
    assert User.objects.filter(pk=town.dana.pk).exists()
