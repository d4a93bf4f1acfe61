"""Are answers on the fitting model kept of what they are about, for those who may, and do they reach the situation?"""

from __future__ import annotations

import pytest

from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.partnerships.actions import initiative_remove, partnership_remove, partnership_save
from shutaf.partnerships.model_actions import model_answers_save, model_take
from shutaf.partnerships.model_answers import model_answers_list
from shutaf.partnerships.paths import partnership_found
from shutaf.partnerships.queries import situation
from shutaf.stewardship.export import workspace_export, workspace_import
from shutaf.stewardship.undo import undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

ANSWERS = (("change", 1.0), ("local_economy.data", 1.0))


def made(town: Town) -> str:
    return partnership_save(town.editor, name="רחוב ירוק")[0]


def an_initiative(viewer: Viewer) -> str:
    return situation(viewer).initiatives[0].ref


def test_answers_stand_by_partnership_initiative_and_idea(town: Town) -> None:
    partnership, initiative = made(town), an_initiative(town.editor)
    model_answers_save(town.editor, partnership_ref=partnership, answers=(("change", 0.0),))
    model_answers_save(town.editor, partnership_ref=partnership, answers=ANSWERS)
    model_answers_save(town.editor, initiative_ref=initiative, answers=(("change", 2.0),))
    model_answers_save(town.editor, idea="אריזות", answers=(("change", 3.0),))
    assert [one.answers for one in model_answers_list(town.viewer, partnership_ref=partnership)] == [dict(ANSWERS)]
    assert [one.answers for one in model_answers_list(town.viewer, initiative_ref=initiative)] == [{"change": 2.0}]
    assert [(one.idea, one.answers) for one in model_answers_list(town.viewer)] == [("אריזות", {"change": 3.0})]


def test_an_idea_is_answered_again_in_its_own_row(town: Town) -> None:
    ref, _deed = model_answers_save(town.editor, idea="אריזות", answers=ANSWERS)
    model_answers_save(town.editor, ref=ref, idea="פחות אריזות", answers=())
    assert [(one.ref, one.idea, one.answers) for one in model_answers_list(town.viewer)] == [(ref, "פחות אריזות", {})]


@pytest.mark.parametrize("who", ["viewer", "partner"])
def test_only_editors_answer_and_take(town: Town, who: str) -> None:
    ref, viewer = made(town), getattr(town, who)
    with pytest.raises(NotAllowedError):
        model_answers_save(viewer, partnership_ref=ref, answers=ANSWERS)
    with pytest.raises(NotAllowedError):
        model_take(viewer, typology="local_economy", partnership_ref=ref)


def test_a_partner_reads_no_answers_and_its_situation_has_none(town: Town) -> None:
    model_answers_save(town.editor, idea="אריזות", answers=ANSWERS)
    with pytest.raises(NotAllowedError):
        model_answers_list(town.partner)
    assert situation(town.partner).choosing.model_answers == ()
    assert situation(town.partner).choosing.model_about == ""


def test_another_workspace_reaches_nothing(town: Town) -> None:
    partnership, initiative = made(town), an_initiative(town.editor)
    ref, _deed = model_answers_save(town.editor, idea="אריזות", answers=ANSWERS)
    for about in ({"partnership_ref": partnership}, {"initiative_ref": initiative}, {"ref": ref}):
        with pytest.raises(NotAllowedError):
            model_answers_save(town.elsewhere, answers=ANSWERS, **about)
    assert model_answers_list(town.elsewhere) == ()


@pytest.mark.parametrize("answer", [("change", 4.0), ("change", 0.5), ("change", -1.0), ("nonsense", 0.0), ("local_economy.data", 2.0)])
def test_an_answer_that_is_not_there_is_refused_and_nothing_changes(town: Town, answer: tuple[str, float]) -> None:
    with pytest.raises(ValueError, match=answer[0]):
        model_answers_save(town.editor, idea="x", answers=(answer,))
    assert model_answers_list(town.viewer) == ()


def test_the_situation_has_what_was_answered_last_and_of_what(town: Town) -> None:
    model_answers_save(town.editor, idea="אריזות", answers=(("change", 0.0),))
    ref = made(town)
    model_answers_save(town.editor, partnership_ref=ref, answers=ANSWERS)
    choosing = situation(town.viewer).choosing
    assert (choosing.model_answers, choosing.model_about) == (ANSWERS, "רחוב ירוק")


def test_an_idea_or_open_questions_do_not_take_the_place_of_a_partnerships_answers(town: Town) -> None:
    model_answers_save(town.editor, partnership_ref=made(town), answers=ANSWERS)
    model_answers_save(town.editor, idea="אריזות", answers=(("change", 0.0),))
    model_answers_save(town.editor, initiative_ref=an_initiative(town.editor), answers=())
    assert situation(town.viewer).choosing.model_about == "רחוב ירוק"


def test_answers_of_what_was_removed_are_passed_over(town: Town) -> None:
    model_answers_save(town.editor, idea="אריזות", answers=(("change", 0.0),))
    partnership, initiative = made(town), an_initiative(town.editor)
    model_answers_save(town.editor, partnership_ref=partnership, answers=ANSWERS)
    model_answers_save(town.editor, initiative_ref=initiative, answers=ANSWERS)
    partnership_remove(town.editor, ref=partnership)
    initiative_remove(town.editor, ref=initiative)
    assert situation(town.viewer).choosing.model_about == "אריזות"


def test_undo_takes_the_answers_back(town: Town) -> None:
    ref = made(town)
    model_answers_save(town.editor, partnership_ref=ref, answers=(("change", 0.0),))
    _ref, deed = model_answers_save(town.editor, partnership_ref=ref, answers=ANSWERS)
    undo(town.editor, ref=deed)
    assert situation(town.editor).choosing.model_answers == (("change", 0.0),)


def test_a_model_is_written_down_for_a_partnership_and_for_an_initiative(town: Town) -> None:
    partnership, initiative = made(town), an_initiative(town.editor)
    model_take(town.editor, typology="shared_agenda", partnership_ref=partnership)
    model_take(town.editor, typology="local_economy", initiative_ref=initiative)
    assert partnership_found(town.viewer, partnership).typology == "shared_agenda"  # type: ignore[union-attr]
    assert situation(town.viewer).initiatives[0].typology.key == "local_economy"


def test_a_model_there_is_not_or_for_nothing_is_refused(town: Town) -> None:
    with pytest.raises(ValueError, match="fifth"):
        model_take(town.editor, typology="fifth", partnership_ref=made(town))
    with pytest.raises(NotAllowedError):
        model_take(town.editor, typology="local_economy")


def test_answers_leave_with_their_workspace_and_come_in_again(town: Town, tmp_path: object) -> None:
    model_answers_save(town.editor, initiative_ref=an_initiative(town.editor), answers=ANSWERS)
    file = tmp_path / "all.zip"  # type: ignore[operator]
    file.write_bytes(workspace_export(town.owner))
    assert situation(workspace_import(town.dana, file)).choosing.model_answers == ANSWERS
