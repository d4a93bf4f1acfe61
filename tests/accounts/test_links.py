"""Does a personal link open one sheet, for its time, and nothing else?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from shutaf.accounts.actions.links import link_make, link_open, link_revoke
from shutaf.accounts.models import Link, Mail
from shutaf.accounts.queries import link_viewer, links_list
from shutaf.accounts.rules import may_answer, may_edit, may_edit_body, sees_everything, sees_shared
from shutaf.accounts.tokens import hashed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def opened(token: str) -> Viewer:
    found = link_viewer(link_open(token) or 0)
    assert found
    return found[0]


def test_a_link_speaks_for_its_body_and_reads_no_map(town: Town) -> None:
    viewer = opened(link_make(town.editor, body_ref="merchants", person="Omar Khoury", person_role="treasurer"))
    assert (viewer.kind, viewer.body_refs, viewer.label, viewer.role) == ("link", ("merchants",), "Omar Khoury", "")
    assert may_answer(viewer, "merchants")
    assert not any((may_answer(viewer, "carton"), may_edit(viewer), may_edit_body(viewer, "merchants")))
    assert not any((sees_shared(viewer), sees_everything(viewer)))


def test_only_editors_make_and_revoke_links(town: Town) -> None:
    link_make(town.owner, body_ref="merchants")
    link = Link.objects.get()
    for viewer in (town.viewer, town.partner, town.link("merchants")):
        with pytest.raises(NotAllowedError):
            link_make(viewer, body_ref="merchants")
        with pytest.raises(NotAllowedError):
            link_revoke(viewer, link_id=link.pk)
        assert links_list(viewer) == ()
    with pytest.raises(NotAllowedError):
        link_revoke(town.elsewhere, link_id=link.pk)
    link.refresh_from_db()
    assert link.revoked_at is None
    assert links_list(town.elsewhere) == ()


def test_only_the_hash_of_a_token_is_kept(town: Town) -> None:
    token = link_make(town.editor, body_ref="merchants")
    assert Link.objects.get().token_hash == hashed(token) != token


@pytest.mark.parametrize("spoiled", ["revoked", "too old"])
def test_a_spoiled_link_opens_nothing_even_when_it_was_open(town: Town, spoiled: str) -> None:
    token = link_make(town.editor, body_ref="merchants")
    link_id = link_open(token) or 0
    if spoiled == "revoked":
        link_revoke(town.editor, link_id=link_id)
    else:
        Link.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert link_open(token) is None
    assert link_viewer(link_id) is None


def test_a_guessed_token_opens_nothing(town: Town) -> None:
    link_make(town.editor, body_ref="merchants")
    assert link_open("guess") is None


def test_a_link_ends_within_half_a_year(town: Town) -> None:
    for days in (0, 181):
        with pytest.raises(ValueError):
            link_make(town.editor, body_ref="merchants", days=days)


def test_a_letter_with_it_lies_in_the_outbox(town: Town) -> None:
    token = link_make(town.editor, body_ref="merchants", email="O@x.example", letter=lambda token: ("Your sheet", token))
    mail = Mail.objects.get(workspace=town.workspace)
    assert (mail.to, mail.text) == ("o@x.example", token)


def test_the_list_tells_the_newest_state(town: Town) -> None:
    token = link_make(town.editor, body_ref="merchants")
    assert [one.state for one in links_list(town.editor)] == ["open"]
    link_open(token)
    assert [one.state for one in links_list(town.editor)] == ["used"]
    Link.objects.update(answered_at=timezone.now())
    assert [one.state for one in links_list(town.editor)] == ["answered"]
    link_revoke(town.editor, link_id=Link.objects.get().pk)
    assert [one.state for one in links_list(town.editor)] == ["revoked"]
