"""Is the home the home of a partnership: where we are, what changed, what waits, what next?"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from shutaf.accounts.actions.links import link_make
from shutaf.accounts.models import Member
from shutaf.analysis.path import Recorded
from shutaf.bodies.actions import body_change, body_create
from shutaf.intake.proposing import Said, proposal_make
from shutaf.partnerships.actions import partnership_save, partnership_step, step_record
from shutaf.relations.contact_actions import contact_save
from shutaf.reports.document import plain
from town import Town

pytestmark = [pytest.mark.django_db]

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def cache_table(db: None) -> None:
    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)


def home(town: Town, who: str = "dana", asks: str = "", client: Client | None = None) -> Any:
    client = client or signed_in(town, who)
    response = client.get(reverse("home", args=[town.ref]) + asks, HTTP_ACCEPT_LANGUAGE="en")
    assert response.status_code == 200
    return response.context


def signed_in(town: Town, who: str) -> Client:
    client = Client()
    client.cookies["shutaf_language"] = "en"
    client.force_login(getattr(town, who), backend=BACKEND)
    return client


def test_without_a_partnership_there_is_a_way_in(town: Town) -> None:
    page = signed_in(town, "dana").get(reverse("home", args=[town.ref])).content.decode()
    assert reverse("partnership_new", args=[town.ref]) in page
    assert reverse("gate", args=[town.ref]) in page


def test_the_home_says_where_the_partnership_is(town: Town) -> None:
    ref, _deed = partnership_save(town.editor, name="Green street")
    partnership_step(town.editor, ref=ref, step="joint_thinking")
    found = home(town)
    assert found["now_name"] == "joint thinking"
    assert [one.key for one in found["stations"] if one.is_here] == ["joint_thinking"]


def test_the_next_thing_is_what_the_step_lacks_with_its_reason(town: Town) -> None:
    ref, _deed = partnership_save(town.editor, name="Green street")
    partnership_step(town.editor, ref=ref, step="agreement")
    thing, where = home(town)["things"][0]
    assert where == reverse("step", args=[town.ref, ref, "agreement"])
    assert "How decisions are taken" in "".join(part.text for part in thing.because)


def test_of_several_the_one_asked_for_is_shown(town: Town) -> None:
    first, _deed = partnership_save(town.editor, name="One")
    partnership_save(town.editor, name="Two")
    assert home(town)["partnership"].name == "Two"
    assert home(town, asks=f"?p={first}")["partnership"].name == "One"


def test_one_that_rests_comes_after_one_under_way(town: Town) -> None:
    partnership_save(town.editor, name="One")
    partnership_save(town.editor, name="Two", state="rests")
    assert home(town)["partnership"].name == "One"


def test_what_others_did_since_the_last_visit_stays_for_the_visit(town: Town) -> None:
    home(town, "eli")  # the first visit
    body_change(town.owner, ref="hadar-bakery", kind="a")
    body_change(town.editor, ref="hadar-bakery", kind="mine")
    client = signed_in(town, "eli")
    for _look in range(2):
        found = home(town, client=client)
        assert found["is_since"]
        assert [deed.by for deed, _said in found["deeds"]] == ["Dana"]
    assert Member.objects.get(user=town.eli).seen_revision == home(town, client=client)["workspace"].revision


def test_a_quiet_time_is_said(town: Town) -> None:
    home(town, "eli")
    assert home(town, "eli")["is_quiet"]


def test_what_others_wait_for_is_told_with_its_reason(town: Town) -> None:
    link_make(town.editor, body_ref="hadar-bakery", person="Hadar", person_role="owner")
    proposal_make(town.link("hadar-bakery"), body_ref="hadar-bakery", said=[Said("bodies.body", "hadar-bakery", {"city": "elsewhere"})])
    contact_save(town.editor, body_ref="hadar-bakery", on_date="2026-01-02", ours="Dana", promised_by_us="an answer", due_date="2026-02")
    found = home(town)["waits"]
    assert [(one.page, one.is_late) for one in found] == [("body", True), ("intake", False), ("links", False)]


def test_an_answer_of_several_things_is_one_answer(town: Town) -> None:
    said = [Said("bodies.body", "hadar-bakery", {name: "elsewhere"}) for name in ("city", "neighbourhood")]
    proposal_make(town.link("hadar-bakery"), body_ref="hadar-bakery", said=said)
    assert [plain(one.what) for one in home(town)["waits"]] == ["1 answer waits to be read"]


def test_a_viewer_is_asked_for_nothing(town: Town) -> None:
    ref, _deed = partnership_save(town.editor, name="Green street")
    step_record(town.editor, ref=ref, step="review", values={"basis": Recorded("x")})
    found = home(town, "vera")
    assert (found["waits"], found["things"]) == ((), ())
    assert found["held"]


def test_a_partner_sees_the_path_without_its_rings(town: Town) -> None:
    partnership_save(town.editor, name="Others only")
    partnership_save(town.editor, name="Ours too", partners=town.partner.body_refs)
    page = signed_in(town, "omar").get(reverse("home", args=[town.ref])).content.decode()
    assert "Ours too" in page
    assert "Others only" not in page
    assert "stroke-dasharray" not in page


def test_a_partner_who_said_nothing_is_told_so(town: Town) -> None:
    ref = body_create(town.editor, is_department=False, name="Silent")
    Member.objects.filter(user=town.omar).update(body_refs=(ref,))
    assert [one.page for one in home(town, "omar")["waits"]] == ["resource_new"]


def test_a_name_with_a_script_is_only_text(town: Town) -> None:
    partnership_save(town.editor, name="<script>alert(1)</script>")
    page = signed_in(town, "dana").get(reverse("home", args=[town.ref])).content.decode()
    assert "<script>alert(1)" not in page
