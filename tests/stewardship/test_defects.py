"""Is a barrier kept once, shown to whom it concerns and to nobody else, and does its clock run?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from shutaf.accounts.models import Mail, Member
from shutaf.accounts.viewer import NotAllowedError
from shutaf.stewardship.defects import actions
from shutaf.stewardship.defects.actions import TooManyDefectsError, defect_settle, defect_tell
from shutaf.stewardship.defects.queries import defect_found, defect_said, defects_due, defects_list
from shutaf.stewardship.defects.rules import may_settle
from shutaf.stewardship.models import Defect
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def letter(ref: str) -> tuple[str, str]:
    return f"about {ref}", "words"


def test_the_same_sent_twice_is_kept_once() -> None:
    first, again, other = (defect_tell(op=op, text="The map cannot be reached") for op in ("one-told", "one-told", "two-told"))
    assert first == again != other
    assert Defect.objects.count() == 2


def test_the_clock_runs_sixty_days(town: Town) -> None:
    ref = defect_tell(op="one-told", text="x")
    assert (found := defect_found(town.owner, ref))
    assert found.days_left == 59  # whole days
    Defect.objects.update(due_at=timezone.now() - timedelta(days=2, hours=1))
    assert (late := defect_found(town.owner, ref))
    assert (late.is_late, late.is_soon, late.days_over) == (True, False, 3)
    assert [one.ref for one in defects_due()] == [ref]


def test_only_owners_of_the_first_workspace_read_and_settle(town: Town) -> None:
    ref = defect_tell(op="one-told", text="x")
    for viewer in (town.editor, town.viewer, town.partner, town.elsewhere, town.link("x")):
        with pytest.raises(NotAllowedError):
            defects_list(viewer)
        with pytest.raises(NotAllowedError):
            defect_settle(viewer, ref=ref, state="mended", answer="")
    assert Defect.objects.get().state == "open"


def test_who_owns_the_first_workspace_may_from_another_of_their_own(town: Town) -> None:
    there = replace(town.elsewhere, user_id=town.dana.pk)
    Member.objects.create(workspace_id=there.workspace_id, user=town.dana, role="owner")
    assert may_settle(there)


def test_who_left_an_address_is_answered_once(town: Town) -> None:
    ref = defect_tell(op="one-told", text="x", answer_to="noa@town.example", language="ar")
    for _twice in range(2):
        defect_settle(town.owner, ref=ref, state="mended", answer="There is a button now", letter=letter)
    mail = Mail.objects.get()
    assert (mail.to, mail.language, mail.subject) == ("noa@town.example", "ar", f"about {ref}")
    assert (said := defect_said(ref))
    assert (said.state, said.answer) == ("mended", "There is a button now")


def test_a_phone_number_gets_no_mail(town: Town) -> None:
    defect_settle(town.owner, ref=defect_tell(op="one-told", text="x", answer_to="050-0000000"), state="mended", answer="", letter=letter)
    assert not Mail.objects.exists()


def test_back_to_open_its_old_clock_goes_on(town: Town) -> None:
    ref = defect_tell(op="one-told", text="x")
    due = Defect.objects.get().due_at
    defect_settle(town.owner, ref=ref, state="mended", answer="done")
    defect_settle(town.owner, ref=ref, state="open", answer="")
    row = Defect.objects.get()
    assert (row.state, row.due_at, row.settled_at, row.settled_by) == ("open", due, None, "")


def test_a_flood_is_refused_and_what_is_there_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_OPEN", 1)
    defect_tell(op="one-told", text="x")
    with pytest.raises(TooManyDefectsError):
        defect_tell(op="two-told", text="y")
    assert Defect.objects.count() == 1
