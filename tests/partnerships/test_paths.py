"""Do partnerships and their path come back as written, to those who may see them only?"""

from __future__ import annotations

import pytest

from shutaf import content
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.path import Recorded
from shutaf.partnerships.actions import gate_answer, partnership_remove, partnership_save, partnership_step, step_record
from shutaf.partnerships.paths import PathFacts, gates_list, partnership_found, partnerships_visible, path_of
from shutaf.partnerships.queries import situation
from shutaf.relations.contact_actions import contact_save
from shutaf.stewardship.actions import example_create
from shutaf.stewardship.export import workspace_export, workspace_import
from shutaf.stewardship.undo import undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def made(town: Town, **fields: object) -> str:
    return partnership_save(town.editor, **{"name": "מרחוב ראשי לרחוב ירוק", **fields})[0]


def path(viewer: Viewer, ref: str) -> PathFacts:
    found = partnership_found(viewer, ref)
    assert found
    return path_of(viewer, found, situation(viewer))


def test_a_partnership_is_written_and_changed(town: Town) -> None:
    ref = made(town, typology="local_economy", initiator_group="business")
    partnership_save(town.editor, ref=ref, name="אחר")
    found = partnership_found(town.viewer, ref)
    assert found
    assert (found.name, found.typology, found.is_led_by_municipality) == ("אחר", "local_economy", False)


@pytest.mark.parametrize("who", ["viewer", "partner"])
def test_only_editors_write(town: Town, who: str) -> None:
    ref, viewer = made(town), getattr(town, who)
    for refused in (
        lambda: partnership_save(viewer, name="x"),
        lambda: partnership_step(viewer, ref=ref, step="review"),
        lambda: step_record(viewer, ref=ref, step="review", values={}),
        lambda: gate_answer(viewer, answers=()),
        lambda: partnership_remove(viewer, ref=ref),
    ):
        with pytest.raises(NotAllowedError):
            refused()


def test_another_workspace_has_no_such_partnership(town: Town) -> None:
    ref = made(town)
    assert partnership_found(town.elsewhere, ref) is None
    with pytest.raises(NotAllowedError):
        step_record(town.elsewhere, ref=ref, step="review", values={"basis": Recorded("x")})


def test_a_partner_sees_the_partnerships_of_its_own_body_and_no_record(town: Town) -> None:
    made(town)
    own = made(town, partners=town.partner.body_refs)
    step_record(town.editor, ref=own, step="review", values={"basis": Recorded("internal")})
    assert [one.ref for one in partnerships_visible(town.partner)] == [own]
    found = path(town.partner, own)
    assert (found.records, found.checks) == ({}, {})


def test_a_link_sees_none(town: Town) -> None:
    made(town)
    with pytest.raises(NotAllowedError):
        partnerships_visible(town.link(town.partner.body_refs[0]))


def test_what_is_recorded_makes_a_check_hold(town: Town) -> None:
    ref = made(town)
    before = path(town.editor, ref).checks["goals_commitment"].holding
    step_record(
        town.editor, ref=ref, step="goals_commitment", values={"decision": Recorded("מועצה 12"), "decided_on": Recorded(date="2026-03-01")}
    )
    assert path(town.editor, ref).checks["goals_commitment"].holding == before + 1


def test_a_contact_in_the_log_makes_the_check_of_it_hold(town: Town) -> None:
    ref = made(town)
    before = path(town.editor, ref).checks["first_initiative"].holding
    contact_save(town.editor, body_ref="hadar-bakery", on_date="2026-03-01", ours="Dana")
    assert path(town.editor, ref).checks["first_initiative"].holding == before + 1


def test_an_emptied_field_goes_and_comes_back(town: Town) -> None:
    ref = made(town)
    for text in ("one", "", "two"):
        step_record(town.editor, ref=ref, step="review", values={"basis": Recorded(text)})
        assert path(town.editor, ref).records.get(("review", "basis"), Recorded()).text == text


def test_undo_takes_back_what_was_recorded(town: Town) -> None:
    ref = made(town)
    deed = step_record(town.editor, ref=ref, step="review", values={"basis": Recorded("x")})
    undo(town.editor, ref=deed)
    assert path(town.editor, ref).records == {}
    step_record(town.editor, ref=ref, step="review", values={"basis": Recorded("again")})
    assert path(town.editor, ref).records[("review", "basis")].text == "again"


def test_a_field_of_another_step_is_refused(town: Town) -> None:
    with pytest.raises(ValueError, match="chosen"):
        step_record(town.editor, ref=made(town), step="review", values={"chosen": Recorded("x")})


def test_any_step_may_be_the_one_of_now(town: Town) -> None:
    ref = made(town)
    for step in ("running", "internal_map"):
        partnership_step(town.editor, ref=ref, step=step)
        assert path(town.editor, ref).step == step
    with pytest.raises(KeyError):
        partnership_step(town.editor, ref=ref, step="eighth")


def test_a_removed_partnership_is_not_seen(town: Town) -> None:
    ref = made(town)
    partnership_remove(town.editor, ref=ref)
    assert partnership_found(town.owner, ref) is None


def test_answers_to_the_gate_stand_by_idea_and_by_partnership(town: Town) -> None:
    ref = made(town)
    gate_answer(town.editor, partnership_ref=ref, answers=(("buy", "yes"),))
    gate_answer(town.editor, partnership_ref=ref, answers=(("buy", "no"),))
    gate_answer(town.editor, idea="אריזות", answers=(("alone", "yes"),))
    assert [one.answers for one in gates_list(town.viewer, partnership_ref=ref)] == [{"buy": "no"}]
    assert [one.idea for one in gates_list(town.viewer)] == ["אריזות"]


def test_a_partnership_leaves_with_its_workspace_and_comes_in_again(town: Town, tmp_path: object) -> None:
    ref = made(town)
    step_record(town.editor, ref=ref, step="joint_thinking", values={"present": Recorded(words=("business",))})
    gate_answer(town.editor, partnership_ref=ref, answers=(("buy", "no"),))
    file = tmp_path / "all.zip"  # type: ignore[operator]
    file.write_bytes(workspace_export(town.owner))
    again = workspace_import(town.dana, file)
    assert path(again, ref).records == path(town.owner, ref).records
    assert len(gates_list(again, partnership_ref=ref)) == 1


def test_every_step_has_its_checks(town: Town) -> None:
    assert list(path(town.editor, made(town)).checks) == [step.key for step in content.steps()]


def test_the_answers_of_an_idea_become_those_of_its_partnership(town: Town) -> None:
    gate, _deed = gate_answer(town.editor, idea="אריזות", answers=(("buy", "no"),))
    ref, _deed = partnership_save(town.editor, name="אריזות", gate_ref=gate)
    assert [one.ref for one in gates_list(town.viewer, partnership_ref=ref)] == [gate]
    assert gates_list(town.viewer) == ()
    with pytest.raises(NotAllowedError):
        partnership_save(town.elsewhere, name="x", gate_ref=gate)


def test_the_example_town_is_on_its_way(town: Town) -> None:
    viewer = example_create(town.ruth)
    (found,) = partnerships_visible(viewer)
    seen = path_of(viewer, found, situation(viewer))
    assert found.is_led_by_municipality
    assert seen.step == "external_map"
    assert seen.records[("first_initiative", "chosen")].words[0] in {one.ref for one in situation(viewer).initiatives}
