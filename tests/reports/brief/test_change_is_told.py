"""Does "What changed" name the right things, to the right readers, when an older state of the file is given?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from briefs import LANGUAGES, anchors, brief_of, flowing, section, text

import world
from shutaf.analysis.situation import Body, Offer, Situation, Tie, Word
from shutaf.reports.brief import Audience
from shutaf.reports.document import Items, Paragraph, SaidFinding

OLD = world.town(offers=())  # no offer, no coalition to solve
Change = Callable[[Situation], Situation]


def with_body(town: Situation) -> Situation:
    return replace(town, bodies=(*town.bodies, Body("college", "Hill College", Word("academia", "academia"))))


def with_tie(town: Situation) -> Situation:
    return replace(town, ties=(*town.ties, Tie("cyclists", "hospital")))


def without_tie(town: Situation) -> Situation:
    return replace(town, ties=tuple(tie for tie in town.ties if tie.pair != {"economy", "bakery"}))


def with_none(town: Situation) -> Situation:
    return replace(town, ties=tuple(replace(tie, status="none") if tie.pair == {"economy", "bakery"} else tie for tie in town.ties))


def without_body(town: Situation) -> Situation:
    bodies = tuple(body for body in town.bodies if body.ref != "committee")
    return replace(town, bodies=bodies, ties=tuple(tie for tie in town.ties if "committee" not in tie.pair))


def without_need(town: Situation) -> Situation:
    return replace(town, needs=town.needs[1:])


def without_secret_need(town: Situation) -> Situation:
    return replace(town, needs=tuple(need for need in town.needs if need.visible_to != "editors"))


def with_lower_chance(town: Situation) -> Situation:
    return replace(town, initiatives=(replace(town.initiatives[0], chance_0_1=0.75), *town.initiatives[1:]))


def without_clerk(town: Situation) -> Situation:
    return replace(town, people=tuple(person for person in town.people if person.ref != "clerk"))


def uninvited(town: Situation) -> Situation:
    return replace(town, bodies=tuple(replace(body, invite="later") if body.ref == "greens" else body for body in town.bodies))


TOLD: dict[str, tuple[Change, tuple[str, ...], tuple[Audience, ...]]] = {
    "a body and a sector that came": (with_body, ("Hill College", "academia"), ("room", "driver")),
    "a tie that came": (with_tie, ("רוכבים", "בית החולים"), ("room", "driver")),
    "a tie no longer written down": (without_tie, ("פיתוח כלכלי", "מאפיית הדר (1987)", "no longer written down"), ("room", "driver")),
    "a tie now said to be none": (with_none, ("מאפיית הדר (1987)", "having no tie"), ("room", "driver")),
    "a body and a sector that went": (without_body, ("ועד שכונת אל־עין", "community"), ("room", "driver")),
    "a need that went": (without_need, ("a place to gather cardboard", "סוחרי הרחוב הראשי"), ("room", "driver")),
    "a need for editors that went": (without_secret_need, (world.SECRETS["need"],), ("driver",)),
    "an initiative that changed": (with_lower_chance, ("Joint cardboard collection",), ("room", "driver")),
    "a holder who left": (without_clerk, (world.SECRETS["holder"], "קרטון הצפון"), ("driver",)),
    "an invitation that changed": (uninvited, ("Green Circle",), ("driver",)),
}


@pytest.mark.parametrize("audience", ["room", "driver"])
@pytest.mark.parametrize("what", TOLD)
def test_change_names_what_changed_to_those_who_may_read_it(what: str, audience: Audience) -> None:
    change, words, readers = TOLD[what]
    said = flowing(section(brief_of(change(OLD), audience, before=OLD), "change"))
    if audience in readers:
        assert [word for word in words if word not in said] == []
    else:
        assert "Nothing changed that calls for a step." in said
        assert words[0] not in said


def test_each_change_ends_in_a_step() -> None:
    blocks = section(brief_of(with_body(without_tie(with_lower_chance(OLD))), before=OLD), "change")
    findings = [block for block in blocks if isinstance(block, SaidFinding)]
    assert len(findings) == 4
    assert all(finding.step for finding in findings)


def test_kept_ties_are_not_told_as_news() -> None:
    said = flowing(section(brief_of(with_tie(OLD), before=OLD), "change"))
    assert "1 tie is new" in said
    assert "סוחרי הרחוב הראשי" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_changed_is_said_in_one_sentence(language: str) -> None:
    heading, *rest = section(brief_of(OLD, language=language, before=OLD), "change")
    assert [type(block) for block in rest] == [Paragraph]
    assert flowing(rest[0])
    assert flowing(rest[0]) != flowing(heading)


def test_a_change_without_a_step_is_not_told_as_no_change() -> None:
    offered = replace(OLD, offers=(*OLD.offers, Offer("offer 4", "bakery", "bread of the evening", world.SPACE)))
    same, changed = (flowing(section(brief_of(new, before=OLD), "change")) for new in (OLD, offered))
    assert same.endswith("Nothing changed.")
    assert changed.endswith("Nothing changed that calls for a step.")


def test_without_an_older_file_there_is_no_such_section() -> None:
    assert "change" not in anchors(brief_of(OLD))


def test_rows_in_another_order_and_other_refs_are_no_change() -> None:
    numbered = {body.ref: f"row {i}" for i, body in enumerate(OLD.bodies)}
    bodies = tuple(replace(body, ref=numbered[body.ref]) for body in reversed(OLD.bodies))
    ties = tuple(replace(tie, source_ref=numbered[tie.source_ref], target_ref=numbered[tie.target_ref]) for tie in OLD.ties)
    old, new = (Situation(bodies=OLD.bodies, ties=OLD.ties), Situation(bodies=bodies, ties=ties))
    assert flowing(section(brief_of(new, before=old), "change")).endswith("Nothing changed.")


def test_many_changes_of_a_kind_are_counted_not_listed_without_end() -> None:
    needs = tuple(replace(OLD.needs[0], ref=f"need {i}", title=f"thing number {i}") for i in range(40))
    blocks = section(brief_of(replace(OLD, needs=()), before=replace(OLD, needs=needs)), "change")
    in_full = [block for block in blocks if isinstance(block, SaidFinding)]
    in_a_line = [item for block in blocks if isinstance(block, Items) for item in block.items]
    assert (len(in_full), len(in_a_line)) == (2, 5)
    assert "33 more of this kind." in text(blocks)
