"""Does what a table wrote enter the map as told by that table, whole or not at all?"""

from __future__ import annotations

import pytest

from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.situation import Body as BodyRecord
from shutaf.analysis.situation import Department, Situation, Tie, Word
from shutaf.bodies.actions import body_create, body_remove
from shutaf.bodies.codes import body_codes
from shutaf.bodies.models import Statement
from shutaf.imports.kit_lines import Fact, kit_lines
from shutaf.partnerships.queries import situation
from shutaf.stewardship.kit import kit_accept
from shutaf.stewardship.undo import undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


@pytest.fixture
def small(db: None) -> Town:
    firm = Word("", "business")
    bodies = (
        BodyRecord("a", "מאפייה", firm, influence_1_10=3),
        BodyRecord("b", "קפה", firm),
        BodyRecord("d", "גנים", department=Department()),
    )
    return build_town(Situation(bodies=bodies, ties=(Tie("d", "a", strength_1_5=1),)), partner_of="a")


def facts(town: Town, *lines: str) -> tuple[Fact, ...]:
    codes = body_codes(town.viewer)
    read = kit_lines("\n".join(lines).format(**codes), {code: ref for ref, code in codes.items()})
    assert read.wrong == ()
    return read.facts


def test_a_table_is_one_batch_and_comes_undone(small: Town) -> None:
    before = situation(small.viewer)
    done = kit_accept(
        small.editor, facts=facts(small, "{a} 7 4", "{d} {a} 2", "{d} {b} 0", "{b} need: hall", "community: ועד"), said_by="שולחן 2",
        said_role="ועד הורים", on="2026-11-26",
    )  # fmt: skip
    seen = situation(small.viewer)
    assert (seen.body_by_ref["a"].influence_1_10, seen.body_by_ref["a"].interest_1_10) == (3, 4)
    told = Statement.present.filter(workspace=small.workspace).order_by("pk").values_list("field", "value", "said_by", "said_role", "as_of")
    assert list(told) == [
        ("influence_1_10", 7.0, "שולחן 2", "ועד הורים", "2026-11-26"), ("interest_1_10", 4.0, "שולחן 2", "ועד הורים", "2026-11-26"),
    ]  # fmt: skip
    assert {(tie.target_ref, tie.status, tie.strength_1_5) for tie in seen.ties} == {("a", "exists", 3.0), ("b", "none", None)}
    assert {tie.reported_by for tie in seen.ties} == {"שולחן 2"}
    assert (seen.needs[0].title, seen.needs[0].said_by) == ("hall", "שולחן 2")
    assert [(body.name, body.sector_key) for body in seen.bodies if body.ref not in ("a", "b", "d")] == [("ועד", "community")]
    undo(small.editor, ref=done)
    assert situation(small.viewer) == before


def test_of_a_pair_named_twice_the_last_line_holds(small: Town) -> None:
    kit_accept(small.editor, facts=facts(small, "{d} {b} 0", "{b} {d} 2"), said_by="x")
    assert [(tie.status, tie.strength_1_5) for tie in situation(small.viewer).ties if "b" in tie.pair] == [("exists", 3.0)]


def test_a_body_that_is_gone_stops_the_whole_table(small: Town) -> None:
    wrote = facts(small, "{a} 7 4", "{b} 2 2")
    body_remove(small.editor, ref="b")
    before = situation(small.viewer)
    with pytest.raises(NotAllowedError):
        kit_accept(small.editor, facts=wrote, said_by="x")
    assert situation(small.viewer) == before


def test_only_editors_type_in(small: Town) -> None:
    wrote = facts(small, "{a} 7 4")
    for who in (small.viewer, small.partner, small.link("a")):
        with pytest.raises(NotAllowedError):
            kit_accept(who, facts=wrote, said_by="x")


def test_a_body_keeps_its_code_when_others_come_and_go(small: Town) -> None:
    before = dict(body_codes(small.viewer))
    body_remove(small.editor, ref="a")
    new = body_create(small.editor, name="חדש")
    after = body_codes(small.viewer)
    assert (after["b"], after["d"]) == (before["b"], before["d"])
    assert after[new] not in before.values()
    assert body_codes(small.partner) == {}
