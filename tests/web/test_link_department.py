"""Does a department fill its own sheet through a link, see no other's answers, and learn what became of its own?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

import world
from shutaf.accounts.actions.links import link_make
from shutaf.accounts.viewer import NotAllowedError
from shutaf.bodies.models import Body, Opportunity, RunningAction
from shutaf.exchange.models import Resource
from shutaf.intake.answers import answers_waiting
from shutaf.intake.matrix import MOST_ASKED, matrix_choose
from shutaf.intake.models import Proposal
from shutaf.intake.proposing import Said, proposal_make, proposals_accept, proposals_decline
from shutaf.intake.sheet_save import sheet_save
from shutaf.relations.models import Tie
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

SHEET = "/l/"
TYPED = {
    "head": "Rina", "targets": ["waste"], "would_join": "yes", "w-0": "carton", "t-0-level": "works", "t-0-quality_1_5": "4",
    "t-0-experience": "quick answers", "w-1": "greens", "t-1-level": "none", "need-business0-title": "a yard", "need-business0-asked_of": "business",
    "offer-training-title": "courses", "offer-training-kind": "training", "chance-new0-title": "new area", "chance-new0-from_date": "3/2027",
    "actions": "green label (2024)",
}  # fmt: skip


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


@pytest.fixture
def holder(client: Client, town: Town) -> Client:
    return opened(town, "economy", client)


def opened(town: Town, body_ref: str, client: Client) -> Client:
    token = link_make(town.editor, body_ref=body_ref, sheet="department", person="Rina Levi", person_role="deputy", language="en")
    assert client.post(f"/l/{token}/").url == SHEET
    return client


def refs() -> list[str]:
    return list(Proposal.objects.filter(state="waits").values_list("ref", flat=True))


def test_the_sheet_shows_bodies_by_name_and_nothing_noted_about_them_or_others(holder: Client) -> None:
    said = holder.get(SHEET).content.decode()
    assert "פיתוח כלכלי" in said
    assert "קרטון הצפון" in said
    assert "אגף החינוך" not in said
    assert not [secret for secret in world.SECRETS.values() if secret in said]


def test_all_that_is_said_waits_with_person_and_role(holder: Client, town: Town) -> None:
    answer = holder.post(SHEET, TYPED, follow=True)
    assert "wait to be read" in answer.content.decode()
    (waiting,) = answers_waiting(town.editor)
    assert (waiting.body_ref, waiting.said_by, waiting.said_role, waiting.said_through) == ("economy", "Rina Levi", "deputy", "link")
    targets = sorted(item.target for item in waiting.items)
    assert targets == [
        "bodies.body", "bodies.opportunity", "bodies.runningaction", "exchange.resource", "exchange.resource", "relations.tie", "relations.tie",
    ]  # fmt: skip
    assert Body.objects.get(ref="economy").head == ""
    assert not Opportunity.objects.exists()


def test_the_editor_reads_that_it_is_about_the_department_and_that_a_need_has_no_kind(holder: Client, town: Town) -> None:
    holder.post(SHEET, {"head": "Rina", "need-business0-title": "a yard", "need-business0-asked_of": "business"})
    editor = Client()
    editor.cookies["shutaf_language"] = "en"
    editor.force_login(town.dana, backend="django.contrib.auth.backends.ModelBackend")
    said = editor.get(f"/w/{town.ref}/intake/").content.decode()
    assert "About the department" in said
    assert re.search(r"<dt>Kind[^<]*</dt><dd><ins><bdi>not known</bdi>", said)


def test_accepted_as_one_batch_it_is_on_the_map_with_who_reported_it(holder: Client, town: Town) -> None:
    holder.post(SHEET, TYPED)
    _deed, count, _left = proposals_accept(town.editor, refs=refs())
    assert count == 7
    ties = {(tie.target_body.ref, tie.status, tie.quality_1_5, tie.reported_by) for tie in Tie.present.filter(source_body__ref="economy", reported_by="Rina Levi")}  # fmt: skip
    assert ties == {("carton", "exists", 4, "Rina Levi"), ("greens", "none", None, "Rina Levi")}
    assert Body.objects.get(ref="economy").head == "Rina"
    assert (Opportunity.objects.get().said_by, RunningAction.objects.get().said_by) == ("Rina Levi, deputy", "Rina Levi, deputy")


def test_opened_again_it_shows_what_was_answered_and_what_became_of_it(holder: Client, town: Town) -> None:
    holder.post(SHEET, TYPED)
    declined = Proposal.objects.get(target="bodies.opportunity").ref
    proposals_decline(town.editor, refs=[declined], reason="it was cancelled")
    proposals_accept(town.editor, refs=refs())
    said = holder.get(SHEET).content.decode()
    assert "it was cancelled" in said
    assert "is in the map" in said
    assert 'value="quick answers"' in said
    before = Proposal.objects.count()
    holder.post(SHEET, {key: value for key, value in TYPED.items() if key.startswith(("head", "targets", "would", "w-", "t-"))})
    assert Proposal.objects.count() == before


def test_bodies_fold_by_sector_with_those_told_of_before_first_and_no_sector_last(holder: Client) -> None:
    asked = holder.get(SHEET).context["answer"].tick_groups
    assert [group.is_open for group in asked] == [True] + [False] * (len(asked) - 1)
    assert not asked[0].is_told
    assert "" not in [group.sector for group in asked[:-1]]
    holder.post(SHEET, TYPED)
    told, *rest = holder.get(SHEET).context["answer"].tick_groups
    assert (told.is_told, told.is_open, {tick.about.ref for tick in told.ticks}) == (True, True, {"carton", "greens"})
    assert not any(group.is_open or group.is_told for group in rest)


def test_a_folded_row_that_cannot_be_read_stands_open(holder: Client) -> None:
    sent = shown_places(holder)
    last = max(sent, key=int)
    groups = (
        holder.post(SHEET, {f"w-{place}": ref for place, ref in sent.items()} | {f"t-{last}-level": "often"}).context["answer"].tick_groups
    )
    assert groups[-1].is_open
    assert groups[-1].ticks[-1].about.ref == sent[last]


def shown_places(holder: Client) -> dict[str, str]:
    return {tick.place: tick.about.ref for tick in holder.get(SHEET).context["answer"].ticks}


def test_once_sent_the_page_says_so_on_top_for_good(holder: Client) -> None:
    assert "Sent on" not in holder.get(SHEET).content.decode()
    holder.post(SHEET, TYPED, follow=True)
    said = holder.get(SHEET).content.decode()
    assert said.index("You can close this page, or change it below.") < said.index("About the department") < said.index('id="page-form"')


def test_what_another_department_answered_is_not_shown(town: Town, holder: Client) -> None:
    opened(town, "education", Client()).post(SHEET, TYPED | {"t-0-experience": "OTHERSWORDS", "need-business0-title": "OTHERSNEED"})
    proposals_accept(town.editor, refs=refs())
    said = holder.get(SHEET).content.decode()
    assert "OTHERSWORDS" not in said
    assert "OTHERSNEED" not in said


def test_only_chosen_bodies_stand_in_the_matrix_and_may_be_spoken_of(holder: Client, town: Town) -> None:
    matrix_choose(town.editor, body_refs=["carton"])
    said = holder.get(SHEET).content.decode()
    assert "קרטון הצפון" in said
    assert "Green Circle" not in said
    holder.post(SHEET, TYPED)
    assert {row.fields["with"] for row in Proposal.objects.filter(target="relations.tie")} == {"carton"}


def test_rows_are_found_by_their_body_when_the_list_has_changed(holder: Client, town: Town) -> None:
    matrix_choose(town.editor, body_refs=["greens", "carton", "bakery"])
    holder.post(SHEET, {"w-0": "bakery", "t-0-level": "knows", "w-1": "carton", "t-1-level": ""})
    assert [(row.fields["with"], row.fields["level"]) for row in Proposal.objects.filter(target="relations.tie")] == [("bakery", "knows")]


def test_an_action_refuses_what_the_page_would_not_send(town: Town, holder: Client) -> None:
    matrix_choose(town.editor, body_refs=["carton"])
    viewer = town.link("economy")
    for said in (
        Said("relations.tie", fields={"with": "greens", "level": "works"}),
        Said("relations.tie", fields={"with": "education", "level": "works"}),
        Said("relations.tie", fields={"with": "carton", "level": ""}),
        Said("relations.tie", fields={"with": "carton", "level": "works", "reported_by": "x"}),
        Said("bodies.body", "economy", {"name": "x"}),
        Said("bodies.body", "education", {"head": "x"}),
        Said("bodies.opportunity", gone=True),
        Said("partnerships.initiative", fields={"name": "x"}),
    ):
        with pytest.raises(NotAllowedError):
            proposal_make(viewer, body_ref="economy", said=[said])
    with pytest.raises(NotAllowedError):
        proposal_make(
            town.link("merchants"), body_ref="merchants", said=[Said("relations.tie", fields={"with": "carton", "level": "works"})]
        )


def test_what_the_map_knows_already_is_passed_over(town: Town, holder: Client) -> None:
    sheet_save(town.editor, body_ref="economy", said=[Said("relations.tie", fields={"with": "carton", "level": "works"})])
    holder.post(SHEET, {"w-0": "carton", "t-0-level": "works"})
    assert not Proposal.objects.exists()


def test_only_editors_choose_bodies_and_no_more_than_fit(town: Town) -> None:
    for viewer in (town.viewer, town.partner, town.link("economy"), town.elsewhere):
        with pytest.raises(NotAllowedError):
            matrix_choose(viewer, body_refs=["carton"])
    with pytest.raises(NotAllowedError):
        matrix_choose(town.editor, body_refs=["nowhere"])
    with pytest.raises(ValueError):
        matrix_choose(town.editor, body_refs=[str(n) for n in range(MOST_ASKED + 1)])


def test_what_cannot_be_read_is_told_and_nothing_typed_is_lost(holder: Client) -> None:
    said = holder.post(SHEET, TYPED | {"chance-new0-until_date": "soon", "t-1-level": "often", "head": "<script>x"}).content.decode()
    assert said.count('class="error"') == 2
    assert "soon" in said
    assert "<script>x" not in said
    assert 'value="quick answers"' in said
    assert not Proposal.objects.exists()


def test_a_flood_of_actions_is_refused_in_place(holder: Client) -> None:
    said = holder.post(SHEET, {"actions": "\n".join(f"action number {n}" for n in range(151))}).content.decode()
    assert "Up to 150 at a time." in said
    assert not Proposal.objects.exists()


def test_a_department_that_is_none_any_more_has_no_sheet(holder: Client) -> None:
    Body.objects.filter(ref="economy").update(is_department=False)
    assert holder.get(SHEET).status_code == 410


def test_the_number_of_queries_is_fixed(holder: Client, django_assert_num_queries: object) -> None:
    holder.post(SHEET, TYPED)
    holder.get(SHEET)
    with django_assert_num_queries(10):  # type: ignore[operator]
        holder.get(SHEET)


def test_a_department_tells_how_much_where_and_when_beside_a_need(holder: Client, town: Town) -> None:
    more = {"amount": "200 m2", "where": "north", "from_date": "2027", "conditions": "fenced"}
    holder.post(
        SHEET,
        {"need-business0-title": "a yard", "need-business0-asked_of": "business"}
        | {f"need-business0-{key}": value for key, value in more.items()},
    )
    proposals_accept(town.editor, refs=refs())
    row = Resource.objects.get(title="a yard")
    assert (row.amount.unit, row.where, row.from_date, row.conditions, row.asked_of) == ("m2", "north", "2027", "fenced", "business")
