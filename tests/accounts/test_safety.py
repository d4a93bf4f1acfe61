"""Is support off until an owner gives it, over when its time is, unable to write, and seen by everybody?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from shutaf.accounts import rules
from shutaf.accounts.actions.invitations import AlreadyMemberError
from shutaf.accounts.actions.safety import second_factor_require, support_end, support_give, support_saw
from shutaf.accounts.models import Mail, SupportAccess, SupportVisit, User
from shutaf.accounts.queries import member_viewer
from shutaf.accounts.safety import factors_of_members, supported_workspaces, supports_list
from shutaf.accounts.viewer import NotAllowedError, Viewer
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

HELP = "help@support.example"


def given(town: Town, hours: int = 4) -> tuple[Viewer, str]:
    ref = support_give(town.owner, email=HELP.upper(), hours=hours, reason="The import stops")
    found = member_viewer(User.objects.get(email=HELP), town.ref)
    assert found
    return found[0], ref


def test_nobody_from_outside_looks_in_by_default(town: Town) -> None:
    assert member_viewer(town.ruth, town.ref) is None
    assert supports_list(town.owner) == ()


def test_support_sees_what_a_viewer_sees_and_may_do_nothing(town: Town) -> None:
    support, _ref = given(town)
    may = (rules.may_edit, rules.may_manage, rules.may_facilitate)
    assert rules.sees_everything(support)
    assert not any(rule(support) for rule in may)
    assert not rules.may_edit_body(support, "merchants")
    assert not rules.may_answer(support, "merchants")


def test_it_ends_by_itself_and_at_a_word(town: Town) -> None:
    _support, ref = given(town)
    user = User.objects.get(email=HELP)
    support_end(town.owner, ref=ref)
    assert member_viewer(user, town.ref) is None
    given(town)
    SupportAccess.objects.update(expires_at=timezone.now())
    assert member_viewer(user, town.ref) is None
    assert supported_workspaces(user) == ()


def test_only_owners_give_and_end_it(town: Town) -> None:
    support, ref = given(town)
    for viewer in (town.editor, town.viewer, town.partner, support, town.link("merchants")):
        with pytest.raises(NotAllowedError):
            support_give(viewer, email="x@support.example", hours=1, reason="x")
        with pytest.raises(NotAllowedError):
            support_end(viewer, ref=ref)
        with pytest.raises(NotAllowedError):
            second_factor_require(viewer, is_required=True)
    with pytest.raises(NotAllowedError):
        support_end(town.elsewhere, ref=ref)
    assert member_viewer(User.objects.get(email=HELP), town.elsewhere.workspace_ref) is None


@pytest.mark.parametrize(("hours", "reason"), [(0, "x"), (73, "x"), (4, "  ")])
def test_it_needs_a_reason_and_a_time(town: Town, hours: int, reason: str) -> None:
    with pytest.raises(ValueError):
        support_give(town.owner, email=HELP, hours=hours, reason=reason)
    assert not User.objects.filter(email=HELP).exists()


def test_a_member_is_no_support(town: Town) -> None:
    with pytest.raises(AlreadyMemberError):
        support_give(town.owner, email=town.vera.email, hours=1, reason="x")


def test_given_again_it_is_one_and_its_time_begins_anew(town: Town) -> None:
    given(town, hours=72)
    given(town, hours=1)
    (now, before) = supports_list(town.owner)
    assert (now.is_open, before.is_open) == (True, False)
    found = member_viewer(User.objects.get(email=HELP), town.ref)
    assert found
    assert found[1].support_until
    assert found[1].support_until - timezone.now() < timedelta(hours=1)


def test_every_page_is_counted_and_owners_read_which(town: Town) -> None:
    support, _ref = given(town)
    support_saw(support, page="body", about="merchants")
    support_saw(town.viewer, page="body")
    (owners,) = supports_list(town.owner)
    (members,) = supports_list(town.viewer)
    (partners,) = supports_list(town.partner)
    assert [(page, about) for _at, page, about in owners.visits] == [("body", "merchants")]
    assert (members.who, members.pages_seen, members.visits) == (HELP, 1, ())
    assert (partners.who, partners.pages_seen, partners.reason) == ("", 1, "The import stops")
    assert SupportVisit.objects.count() == 1
    with pytest.raises(NotAllowedError):
        supports_list(town.link("merchants"))
    assert supports_list(town.elsewhere) == ()


def test_every_member_is_told_while_it_is_open(town: Town) -> None:
    def told(user: User) -> object:
        found = member_viewer(user, town.ref)
        assert found
        return found[1].support_until

    assert told(town.vera) is None
    given(town)
    assert told(town.vera)


def test_the_letter_says_for_how_long_and_why(town: Town) -> None:
    support_give(town.owner, email=HELP, hours=4, reason="x", letter=lambda ref: ("Look", f"why {ref}"))
    assert Mail.objects.get().to == HELP
    assert not User.objects.get(email=HELP).has_usable_password()


def test_owners_see_who_has_a_second_factor(town: Town) -> None:
    Authenticator.objects.create(user=town.eli, type="totp", data={})
    Authenticator.objects.create(user=town.vera, type="recovery_codes", data={})
    assert {one.name: one.has_factor for one in factors_of_members(town.owner)} == {
        "Dana": False,
        "Eli": True,
        "Vera": False,
        "Omar": False,
    }
    assert factors_of_members(town.editor) == ()
