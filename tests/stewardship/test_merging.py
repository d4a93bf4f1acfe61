"""Does a merge keep what both know, move what hangs on the second, and come undone?"""

from __future__ import annotations

import pytest
from django.apps import apps

from shutaf.accounts.rows import Row
from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.situation import Body as BodyRecord
from shutaf.analysis.situation import Department, Initiative, MapBasis, Need, Person, Situation, Tie, Word
from shutaf.bodies.actions import body_change, person_save
from shutaf.bodies.models import Body
from shutaf.intake.matrix import chosen_refs, matrix_choose
from shutaf.partnerships.actions import initiative_save, partnership_save
from shutaf.partnerships.letter_actions import letter_save
from shutaf.partnerships.letters import letters_of
from shutaf.partnerships.paths import partnership_found
from shutaf.partnerships.queries import situation
from shutaf.relations.actions import tie_save
from shutaf.relations.queries import saved_view
from shutaf.relations.saved_views import saved_view_save
from shutaf.stewardship.duplicates import bodies_are_two, duplicates
from shutaf.stewardship.merging import SameBodyError, bodies_merge, merge_preview
from shutaf.stewardship.queries import TABLES, deeds_page, links_to_bodies
from shutaf.stewardship.undo import undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

FOOD, WASTE = Word("מזון", "food"), Word("פסולת", "waste")


@pytest.fixture
def twice(db: None) -> Town:
    """A bakery that stands on the map twice, with a third body and a department."""
    return build_town(
        Situation(
            bodies=(
                BodyRecord(
                    "a", "מאפיית הדר", Word("", "business"), city="עין חרוב", themes=(FOOD,), influence_1_10=7, names=(("en", "Hadar"),)
                ),
                BodyRecord(
                    "b",
                    "מאפיית  הדר",
                    Word("", "business"),
                    city="חיפה",
                    themes=(WASTE, FOOD),
                    kind="קונדיטוריה",
                    names=(("en", "Hadar Ltd"), ("de", "Hadar")),
                ),
                BodyRecord("c", "נוער החרוב", Word("", "civil_society")),
                BodyRecord("d", "תברואה", department=Department()),
            ),
            people=(Person("p1", "רות", "b"),),
            ties=(Tie("a", "b"), Tie("b", "c", strength_1_5=4, reported_by="b"), Tie("d", "b")),
            needs=(Need("need 1", "b", "קמח"),),
            initiatives=(Initiative("i1", "מזון שנשאר", gains=("b", "c")),),
            map=MapBasis(informants=("b",), asked=("a", "b")),
        ),
        partner_of="b",
    )


def test_what_either_knows_is_kept_and_what_hangs_on_the_second_moves(twice: Town) -> None:
    bodies_merge(twice.editor, keep="a", away="b", notes={"city": ("עיר (מאפיית  הדר)", "חיפה")})
    seen = situation(twice.viewer)
    kept = seen.body_by_ref["a"]
    assert "b" not in seen.body_by_ref
    assert (kept.city, kept.kind, kept.influence_1_10) == ("עין חרוב", "קונדיטוריה", 7)
    assert kept.themes == (FOOD, WASTE)
    assert dict(kept.names) == {"en": "Hadar", "de": "Hadar"}
    assert kept.own == (("עיר (מאפיית  הדר)", "חיפה"), ("מאפיית  הדר", "Hadar Ltd"))
    assert {tuple(sorted(tie.pair)) for tie in seen.ties} == {("a", "c"), ("a", "d")}
    assert next(tie for tie in seen.ties if "c" in tie.pair).reported_by == "a"
    assert (seen.people[0].body, seen.needs[0].body, seen.initiatives[0].gains) == ("a", "a", ("a", "c"))
    assert (seen.map.informants, seen.map.asked) == (("a",), ("a",))


def test_the_bodies_that_departments_are_asked_about_follow_too(twice: Town) -> None:
    matrix_choose(twice.editor, body_refs=["b", "c"])
    bodies_merge(twice.editor, keep="a", away="b")
    assert chosen_refs(twice.editor) == ("a", "c")


def test_a_partnership_follows_the_body_that_stays(twice: Town) -> None:
    ref, _deed = partnership_save(twice.editor, name="אפייה", initiator_body="b", initiator_group="business", partners=("b", "c"))
    bodies_merge(twice.editor, keep="a", away="b")
    found = partnership_found(twice.viewer, ref)
    assert found
    assert (found.initiator_body, found.partners) == ("a", ("a", "c"))


def test_a_saved_view_follows_the_body_that_stays(twice: Town) -> None:
    ref, _deed = saved_view_save(twice.editor, name="b", settings={"body": ["b"]}, positions={"b": (1, 2), "c": (3, 4)})
    both, _deed = saved_view_save(twice.editor, name="both", settings={}, positions={"a": (5, 6), "b": (7, 8)})
    bodies_merge(twice.editor, keep="a", away="b")
    found, other = (saved_view(twice.viewer, one) for one in (ref, both))
    assert found
    assert (found.settings, found.positions) == ({"body": ["a"]}, {"a": (1, 2), "c": (3, 4)})
    assert other
    assert other.positions == {"a": (5, 6)}


def test_a_merge_comes_undone_whole(twice: Town) -> None:
    before = situation(twice.viewer)
    done = bodies_merge(twice.editor, keep="a", away="b", choices={"city": "other"})
    assert situation(twice.viewer).body_by_ref["a"].city == "חיפה"
    assert undo(twice.editor, ref=done).conflicts == ()
    assert situation(twice.viewer) == before


def test_the_preview_says_what_differs_and_what_is_lost_sight_of(twice: Town) -> None:
    preview = merge_preview(twice.editor, keep="a", away="b")
    assert {one.name for one in preview.fields if one.is_open} == {"city"}
    assert dict(preview.moving) == {
        "bodies.person": 1, "relations.tie": 2, "exchange.resource": 1, "partnerships.initiative": 1, "relations.mapbasis": 1,
    }  # fmt: skip
    assert (preview.between, preview.partners, preview.links) == (1, 1, 0)
    assert situation(twice.viewer).body_by_ref.keys() == {"a", "b", "c", "d"}


def test_who_may_not_edit_merges_nothing(twice: Town) -> None:
    for who in (twice.viewer, twice.partner, twice.link("b"), twice.elsewhere):
        with pytest.raises(NotAllowedError):
            bodies_merge(who, keep="a", away="b")
        with pytest.raises(NotAllowedError):
            merge_preview(who, keep="a", away="b")


@pytest.mark.parametrize(("keep", "away", "refusal"), [("a", "a", SameBodyError), ("a", "d", SameBodyError), ("a", "x", NotAllowedError)])
def test_what_cannot_be_one_body_is_refused(twice: Town, keep: str, away: str, refusal: type[Exception]) -> None:
    before = situation(twice.viewer)
    with pytest.raises(refusal):
        bodies_merge(twice.editor, keep=keep, away=away)
    assert situation(twice.viewer) == before


def test_a_pair_said_to_be_two_is_not_proposed_again(twice: Town) -> None:
    (pair,) = duplicates(twice.editor) or ()
    assert (pair.one, pair.other, pair.reasons) == ("a", "b", ("same_name",))
    done = bodies_are_two(twice.editor, one="b", other="a")
    assert duplicates(twice.editor) == ()
    undo(twice.editor, ref=done)
    assert duplicates(twice.editor) == (pair,)


def test_every_table_that_names_a_body_is_among_those_that_move() -> None:
    linked = {
        model._meta.label_lower
        for model in apps.get_models()
        if issubclass(model, Row) and model is not Body and links_to_bodies(model)
    }  # fmt: skip
    assert linked <= set(TABLES)


def test_the_history_of_a_body_holds_what_hangs_on_it_and_nothing_else(twice: Town) -> None:
    tie_save(twice.editor, source_ref="c", target_ref="a")
    body_change(twice.editor, ref="d", kind="אגף")
    person_save(twice.editor, body_ref="a", name="נועה")
    body_change(twice.editor, ref="a", kind="מאפייה")
    names = [one.name for one in deeds_page(twice.viewer, body="a").deeds]
    assert names == ["body_change", "person_save", "tie_save", "workspace_fill"]
    assert deeds_page(twice.elsewhere, body="a").deeds == ()


def test_two_letters_about_one_initiative_do_not_stand_in_the_way(twice: Town) -> None:
    initiative_save(twice.editor, name="Less waste")
    initiative = next(one for one in situation(twice.owner).initiatives if one.name == "Less waste")
    about = {"initiative_ref": initiative.ref, "language": "he", "said": {}}
    for body in ("a", "b"):
        letter_save(twice.editor, body_ref=body, parts={"ask": {"words": body, "facts": []}}, **about)  # type: ignore[arg-type]
    letter_save(twice.editor, body_ref="b", parts={}, **(about | {"language": "de"}))  # type: ignore[arg-type]
    done = bodies_merge(twice.editor, keep="a", away="b")
    letters = letters_of(twice.owner, initiative.ref)
    assert {one.language: one.parts.get("ask", {}).get("words") for one in letters["a"]} == {"he": "a", "de": None}
    undo(twice.editor, ref=done)
    assert len(letters_of(twice.owner, initiative.ref)["b"]) == 2
