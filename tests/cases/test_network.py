"""Do others on the server, and everybody, read a case exactly as far as its workspace and the network's editors say?"""

from __future__ import annotations

import pytest

import world
from cases.writing import TODAY, written
from shutaf.accounts.actions.networks import network_mark
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.cases.actions import case_publish, case_withdraw
from shutaf.cases.curating import NoReasonError, case_curate
from shutaf.cases.own import OwnCaseFacts, own_case
from shutaf.cases.queries import cases_to_curate, told_found, told_list
from shutaf.stewardship.undo import undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

PUBLIC = Viewer("public", 0, "")


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


def published(town: Town, audience: str) -> OwnCaseFacts:
    found = written(town)
    case_publish(town.editor, ref=found.ref, audience=audience, today=TODAY)  # type: ignore[arg-type]
    return found


def readers(town: Town, found: OwnCaseFacts) -> list[str]:
    """Who finds it in the list; each finds by its address what stands in the list."""
    everybody = {"own": town.viewer, "partner": town.partner, "elsewhere": town.elsewhere, "public": PUBLIC}
    listed = [who for who, viewer in everybody.items() if found.address in [one.address for one in told_list(viewer)]]
    opened = [who for who, viewer in everybody.items() if told_found(None if who == "public" else viewer, found.address)]
    assert listed == opened
    return listed


@pytest.mark.parametrize(
    ("audience", "who"),
    [
        ("workspace", ["own", "partner"]),
        ("network", ["own", "partner", "elsewhere"]),
        ("public", ["own", "partner", "elsewhere", "public"]),
    ],
)
def test_an_audience_reads_it_and_nobody_beyond(town: Town, audience: str, who: list[str]) -> None:
    assert readers(town, published(town, audience)) == who


@pytest.mark.parametrize("audience", ["network", "public"])
def test_where_there_is_a_network_its_editors_read_first(town: Town, audience: str) -> None:
    network_mark(town.elsewhere.workspace_ref, is_network=True)
    found = published(town, audience)
    assert readers(town, found) == ["own", "partner"]
    case_curate(town.elsewhere, address=found.address, edition=1, verdict="accepted")
    assert readers(town, found)[2:] == (["elsewhere", "public"] if audience == "public" else ["elsewhere"])
    case_curate(town.elsewhere, address=found.address, edition=1, verdict="withdrawn", note="Names a person.")
    assert readers(town, found) == ["own", "partner"]
    now = own_case(town.editor, found.ref)
    assert now
    assert (now.verdict, now.verdict_note) == ("withdrawn", "Names a person.")


def test_what_was_accepted_is_that_edition(town: Town) -> None:
    network_mark(town.elsewhere.workspace_ref, is_network=True)
    found = published(town, "network")
    case_curate(town.elsewhere, address=found.address, edition=1, verdict="accepted")
    case_withdraw(town.editor, ref=found.ref)
    case_publish(town.editor, ref=found.ref, audience="network", today=TODAY)
    assert readers(town, found) == ["own", "partner"]
    with pytest.raises(NotAllowedError):
        case_curate(town.elsewhere, address=found.address, edition=1, verdict="accepted")


def test_only_editors_of_a_network_curate_and_only_what_is_told_beyond(town: Town) -> None:
    inside, beyond = published(town, "workspace"), published(town, "network")
    with pytest.raises(NotAllowedError):
        cases_to_curate(town.elsewhere)
    with pytest.raises(NotAllowedError):
        case_curate(town.elsewhere, address=beyond.address, edition=1, verdict="accepted")
    network_mark(town.ref, is_network=True)
    for viewer in (town.viewer, town.partner, town.link("bakery")):
        with pytest.raises(NotAllowedError):
            cases_to_curate(viewer)
    assert [one.address for one in cases_to_curate(town.editor)] == [beyond.address]
    with pytest.raises(NotAllowedError):
        case_curate(town.editor, address=inside.address, edition=1, verdict="accepted")


def test_a_return_says_why(town: Town) -> None:
    network_mark(town.ref, is_network=True)
    found = published(town, "public")
    with pytest.raises(NoReasonError):
        case_curate(town.editor, address=found.address, edition=1, verdict="returned", note=" ")
    with pytest.raises(ValueError, match="loved"):
        case_curate(town.editor, address=found.address, edition=1, verdict="loved")


def test_a_verdict_is_a_deed_of_the_network_and_can_be_undone(town: Town) -> None:
    network_mark(town.elsewhere.workspace_ref, is_network=True)
    found = published(town, "network")
    deed = case_curate(town.elsewhere, address=found.address, edition=1, verdict="accepted")
    assert Deed.objects.get(ref=deed).workspace_id == town.elsewhere.workspace_id
    undo(town.elsewhere, ref=deed)
    assert readers(town, found) == ["own", "partner"]


def test_no_network_any_more_judges_nothing(town: Town) -> None:
    network_mark(town.elsewhere.workspace_ref, is_network=True)
    found = published(town, "network")
    network_mark(town.elsewhere.workspace_ref, is_network=False)
    assert readers(town, found) == ["own", "partner", "elsewhere"]
    assert network_mark("nowhere", is_network=True) is None


def test_curators_and_readers_get_no_inside_ref(town: Town) -> None:
    network_mark(town.elsewhere.workspace_ref, is_network=True)
    found = published(town, "public")
    told = repr(cases_to_curate(town.elsewhere))
    inside = [
        found.ref,
        found.partnership,
        town.ref,
        *(one.member.ref for one in found.members),
        *(one.key for one in found.written.claims),
    ]
    assert [ref for ref in inside if ref in told] == []
