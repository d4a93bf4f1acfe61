"""Who may ask whom in, who comes, and does somebody always own the workspace?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from shutaf.accounts.actions import user_create
from shutaf.accounts.actions.invitations import (
    AlreadyMemberError,
    LastOwnerError,
    invitation_accept,
    invitation_again,
    invitation_revoke,
    member_invite,
    member_remove,
    member_role_change,
)
from shutaf.accounts.models import Invitation, Mail, Member, User
from shutaf.accounts.queries import invitation_found, invitations_open, mail_list, member_viewer, members_list
from shutaf.accounts.tokens import hashed
from shutaf.accounts.viewer import NotAllowedError
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

NEW = "new@ein-haruv.example"


def member(town: Town, user: User) -> Member:
    return Member.objects.get(workspace=town.workspace, user=user)


def newcomer(email: str = NEW) -> User:
    return user_create(email=email, name="New", password="a long password 2")


def test_an_invitation_makes_a_member_once(town: Town) -> None:
    token, user = member_invite(town.owner, email=NEW.upper(), role="editor"), newcomer()
    assert invitation_accept(token, user=user) == town.ref
    assert member(town, user).role == "editor"
    member(town, user).delete()
    assert invitation_accept(token, user=user) is None


def test_only_the_hash_of_a_token_is_kept(town: Town) -> None:
    token = member_invite(town.owner, email=NEW, role="editor")
    assert Invitation.objects.get().token_hash == hashed(token) != token


def test_only_owners_invite(town: Town) -> None:
    for viewer in (town.editor, town.viewer, town.partner, town.link("merchants")):
        with pytest.raises(NotAllowedError):
            member_invite(viewer, email=NEW, role="viewer")
    assert not Invitation.objects.exists()


def test_a_partner_speaks_for_a_body_and_nobody_else_does(town: Town) -> None:
    for role, refs in (("partner", ()), ("editor", ("merchants",)), ("king", ())):
        with pytest.raises(ValueError):
            member_invite(town.owner, email=NEW, role=role, body_refs=refs)
    token, user = member_invite(town.owner, email=NEW, role="partner", body_refs=("carton",)), newcomer()
    invitation_accept(token, user=user)
    found = member_viewer(user, town.ref)
    assert found
    assert found[0].body_refs == ("carton",)


def test_a_member_is_not_invited_again(town: Town) -> None:
    with pytest.raises(AlreadyMemberError):
        member_invite(town.owner, email=town.eli.email, role="owner")


def test_another_address_cannot_use_it(town: Town) -> None:
    token = member_invite(town.owner, email=NEW, role="owner")
    assert invitation_accept(token, user=town.ruth) is None
    assert member_viewer(town.ruth, town.ref) is None


@pytest.mark.parametrize("spoiled", ["revoked", "too old", "replaced"])
def test_a_spoiled_invitation_opens_nothing(town: Town, spoiled: str) -> None:
    token, user = member_invite(town.owner, email=NEW, role="editor"), newcomer()
    if spoiled == "revoked":
        invitation_revoke(town.owner, invitation_id=Invitation.objects.get().pk)
    elif spoiled == "too old":
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    else:
        member_invite(town.owner, email=NEW, role="viewer")
    assert invitation_found(token) is None
    assert invitation_accept(token, user=user) is None
    assert member_viewer(user, town.ref) is None


def test_an_invitation_is_open_for_fourteen_days(town: Town) -> None:
    member_invite(town.owner, email=NEW, role="editor")
    assert Invitation.objects.get().expires_at - timezone.now() > timedelta(days=13, hours=23)


def test_only_the_own_workspace_can_revoke_or_send_again(town: Town) -> None:
    member_invite(town.owner, email=NEW, role="editor")
    invitation = Invitation.objects.get()
    with pytest.raises(NotAllowedError):
        invitation_revoke(town.elsewhere, invitation_id=invitation.pk)
    with pytest.raises(NotAllowedError):
        invitation_again(town.elsewhere, invitation_id=invitation.pk, letter=lambda language: lambda token: ("", ""))
    with pytest.raises(NotAllowedError):
        invitation_revoke(town.editor, invitation_id=invitation.pk)
    assert [one.email for one in invitations_open(town.owner)] == [NEW]
    assert invitations_open(town.editor) == invitations_open(town.elsewhere) == ()


def test_the_letter_lies_in_the_outbox_of_the_workspace(town: Town) -> None:
    token = member_invite(town.owner, email=NEW, role="editor", language="ar", letter=lambda token: ("Come\nin", f"https://x/{token}/"))
    (mail,) = mail_list(town.owner)
    assert (mail.to, mail.subject, mail.text) == (NEW, "Come in", f"https://x/{token}/")
    assert Mail.objects.get().language == "ar"


def test_sent_again_it_has_a_new_token_and_the_same_rights(town: Town) -> None:
    old = member_invite(town.owner, email=NEW, role="partner", body_refs=("carton",), language="de")
    new = invitation_again(town.owner, invitation_id=Invitation.objects.get().pk, letter=lambda language: lambda token: (language, token))
    assert invitation_found(old) is None
    found = invitation_found(new)
    assert found
    assert (found.workspace_name, found.email, found.role, found.language) == (town.workspace.name, NEW, "partner", "de")
    assert Mail.objects.get().subject == "de"


def test_an_invitation_takes_no_right_away(town: Town) -> None:
    token = member_invite(town.owner, email=NEW, role="partner", body_refs=("carton",))
    user = newcomer()
    Member.objects.create(workspace=town.workspace, user=user, role="editor")
    invitation_accept(token, user=user)
    assert member(town, user).role == "editor"


def test_the_last_owner_stays(town: Town) -> None:
    dana = member(town, town.dana)
    with pytest.raises(LastOwnerError):
        member_remove(town.owner, member_id=dana.pk)
    with pytest.raises(LastOwnerError):
        member_role_change(town.owner, member_id=dana.pk, role="editor")
    member_role_change(town.owner, member_id=member(town, town.eli).pk, role="owner")
    member_remove(town.owner, member_id=dana.pk)
    assert member_viewer(town.dana, town.ref) is None


def test_a_role_changes_at_once(town: Town) -> None:
    vera = member(town, town.vera)
    member_role_change(town.owner, member_id=vera.pk, role="partner", body_refs=("carton",))
    found = member_viewer(town.vera, town.ref)
    assert found
    assert (found[0].role, found[0].body_refs) == ("partner", ("carton",))


def test_only_owners_of_this_workspace_change_members(town: Town) -> None:
    vera = member(town, town.vera)
    for viewer in (town.editor, town.viewer, town.partner, town.elsewhere):
        with pytest.raises(NotAllowedError):
            member_role_change(viewer, member_id=vera.pk, role="owner")
        with pytest.raises(NotAllowedError):
            member_remove(viewer, member_id=vera.pk)
    assert member(town, town.vera).role == "viewer"


def test_partners_see_who_is_in_but_no_addresses(town: Town) -> None:
    assert {one.email for one in members_list(town.partner)} == {""}
    assert town.eli.email in {one.email for one in members_list(town.viewer)}
    assert {one.name for one in members_list(town.elsewhere)} == {"Ruth"}
    with pytest.raises(NotAllowedError):
        members_list(town.link("merchants"))
