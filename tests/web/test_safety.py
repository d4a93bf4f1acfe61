"""Does a workspace that asks for a second factor open to nobody without, and is whoever has none led to it and back? Does support only look?"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from test_second_factor import code_of, set_up, signed_in_with_password
from visiting import at, signed_in

from shutaf.accounts.actions.safety import second_factor_require, support_give
from shutaf.accounts.models import Mail, SupportAccess, SupportVisit, User, Workspace
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]

HELP = "help@support.example"


def supporter(town: Town) -> Client:
    support_give(town.owner, email=HELP, hours=4, reason="The import stops")
    client = Client()
    client.cookies["shutaf_language"] = "en"
    client.force_login(User.objects.get(email=HELP), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_who_has_none_is_led_to_set_one_up_and_comes_back(town: Town) -> None:
    second_factor_require(town.owner, is_required=True)
    client, wanted = signed_in_with_password(town), at(town, "bodies")
    led = client.get(wanted, follow=True)
    assert led.redirect_chain[-1][0].startswith(reverse("mfa_index"))
    assert "This workspace asks for a second factor" in led.content.decode()
    told = set_up(town, client)
    assert told.next == wanted
    assert client.get(wanted).status_code == 200


def test_a_session_that_only_knows_the_password_shows_the_code_and_goes_on(town: Town) -> None:
    """It was signed in elsewhere before the factor was set up."""
    before, wanted = signed_in_with_password(town), at(town, "bodies")
    told = set_up(town)
    second_factor_require(town.owner, is_required=True)
    again = before.get(wanted).url
    assert again.startswith(reverse("mfa_reauthenticate"))
    assert before.post(again, {"code": code_of(told.secret), "next": wanted}).url == wanted
    assert before.get(wanted).status_code == 200


def test_without_it_nothing_can_be_sent_either(town: Town) -> None:
    second_factor_require(town.owner, is_required=True)
    revision = Workspace.objects.get(pk=town.workspace.pk).revision
    assert signed_in(town, "dana").post(at(town, "body_new"), {"name": "x"}).status_code == 302
    assert Workspace.objects.get(pk=town.workspace.pk).revision == revision


def test_an_owner_shows_the_own_one_before_asking_it_of_others(town: Town) -> None:
    client = signed_in(town, "dana")
    assert client.post(at(town, "factor_require"), {"required": "1"}).url.startswith(reverse("mfa_index"))
    assert not Workspace.objects.get(pk=town.workspace.pk).requires_second_factor
    set_up(town, client, "dana")
    client.post(at(town, "factor_require"), {"required": "1"})
    assert Workspace.objects.get(pk=town.workspace.pk).requires_second_factor
    assert "asked of everybody" in client.get(at(town, "safety")).content.decode()


def test_taken_off_it_no_longer_counts(town: Town) -> None:
    told = set_up(town)
    second_factor_require(town.owner, is_required=True)
    page = reverse("mfa_deactivate_totp")
    told.client.post(page)
    assert told.client.get(at(town, "bodies")).url.startswith(reverse("mfa_index"))


def test_support_looks_and_sends_nothing(town: Town) -> None:
    client = supporter(town)
    said = client.get(at(town, "body", "hadar-bakery")).content.decode()
    assert "You look in as support until" in said
    for name in ("body_new", "members", "intake", "gate"):
        assert client.post(at(town, name)).status_code == 403
    visits = list(SupportVisit.objects.values_list("page", "about"))
    assert visits == [("body", "hadar-bakery")]
    assert SupportAccess.objects.get().pages_seen == 1


def test_members_read_on_every_page_that_somebody_can_look_in(town: Town) -> None:
    assert "Somebody from outside can look" not in signed_in(town, "vera").get(at(town, "bodies")).content.decode()
    supporter(town)
    for who in ("vera", "omar"):
        client = signed_in(town, who)
        assert "Somebody from outside can look" in client.get(at(town, "bodies")).content.decode()
        assert "The import stops" in client.get(at(town, "safety")).content.decode()


def test_an_owner_lets_somebody_in_and_out(town: Town) -> None:
    client = signed_in(town, "dana")
    typed = {"email": HELP, "hours": "24", "reason": "<b>why</b>", "language": "de"}
    said = client.post(at(town, "support_new"), typed, follow=True).content.decode()
    assert "&lt;b&gt;why&lt;/b&gt;" in said
    letter = Mail.objects.get(to=HELP)
    assert (letter.language, "24" in letter.text, at(town, "home") in letter.text) == ("de", True, True)
    client.post(at(town, "support_ended", SupportAccess.objects.get().ref))
    assert SupportAccess.objects.get().ended_at


def test_what_is_missing_is_told_and_what_was_typed_stays(town: Town) -> None:
    client = signed_in(town, "dana")
    said = client.post(at(town, "support_new"), {"email": HELP, "hours": "500", "reason": "", "language": "en"}).content.decode()
    assert 'class="error"' in said
    assert HELP in said
    member = client.post(
        at(town, "support_new"), {"email": town.vera.email, "hours": "1", "reason": "x", "language": "en"}
    ).content.decode()
    assert "is a member already" in member
    assert not SupportAccess.objects.exists()


def test_support_finds_the_workspace_at_the_start(town: Town) -> None:
    said = supporter(town).get("/").content.decode()
    assert "You look in as support" in said
    assert town.workspace.name in said
