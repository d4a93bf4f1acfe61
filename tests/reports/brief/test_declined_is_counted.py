"""Does the brief leave declined pairs out and say how many, to each audience only what it may know?"""

from __future__ import annotations

from typing import Literal

import pytest

import world
from shutaf.analysis.preparation import prepare
from shutaf.analysis.situation import Choosing
from shutaf.reports.brief import written
from shutaf.reports.document import plain
from shutaf.reports.writers.html.blocks import Body

IN_THE_OPEN, KEPT = ("need 1", "offer 1"), ("need 2", "offer 2")


def text(declined: tuple[tuple[str, str], ...], audience: Literal["room", "driver"]) -> str:
    document = written(prepare(world.town(choosing=Choosing(declined=declined)), today=world.TODAY), language="en", audience=audience)[0]
    assert plain(document.title)
    return Body(document.labels).written(document.blocks)


@pytest.mark.parametrize(("audience", "count"), [("room", 1), ("driver", 2)])
def test_each_audience_is_told_of_the_pairs_it_may_read(audience: Literal["room", "driver"], count: int) -> None:
    said = text((IN_THE_OPEN, KEPT), audience)
    part = said.split("Declined for a reason and left out: ")[1][:120]
    assert f">{count}" in part or part.startswith(str(count)), part
    assert ("SECRETOFFER" in said) == (audience == "driver")


def test_a_declined_pair_is_no_first_match() -> None:
    assert "a store in the same street" in text((), "room").split("First matches")[1].split("</table>")[0]
    assert "First matches" not in text((IN_THE_OPEN, ("need 3", "offer 3")), "room")


def test_nothing_is_said_where_nothing_was_declined() -> None:
    assert "Declined for a reason" not in text((), "driver")
    assert "Declined for a reason" not in text((KEPT,), "room")


@pytest.mark.parametrize("audience", ["room", "driver"])
def test_what_was_accepted_is_told_to_the_driver(audience: Literal["room", "driver"]) -> None:
    prepared = prepare(world.town(choosing=Choosing(accepted=(IN_THE_OPEN,))), today=world.TODAY)
    document = written(prepared, language="en", audience=audience)[0]
    table = Body(document.labels).written(document.blocks).split("First matches: each need")[1].split("</table>")[0]
    assert ("accepted" in table) == (audience == "driver")


@pytest.mark.parametrize("audience", ["room", "driver"])
def test_a_coalition_kept_instead_is_told_to_the_driver_and_its_bodies_come_first(audience: Literal["room", "driver"]) -> None:
    plain_town = prepare(world.town(), today=world.TODAY)
    assert plain_town.coalition
    other = next(one.ref for one in plain_town.situation.organisations if one.ref not in plain_town.coalition.refs)
    kept = ((plain_town.coalition.initiative.ref, (other,)),)
    prepared = prepare(world.town(choosing=Choosing(kept=kept)), today=world.TODAY)
    document = written(prepared, language="en", audience=audience)[0]
    said = Body(document.labels).written(document.blocks)
    assert ("Kept as a draft instead" in said) == (audience == "driver")
    if audience == "driver":
        page = said.split('id="body-1"')[1][:600]
        assert prepared.situation.body_by_ref[other].name in page


def test_a_kept_coalition_that_is_the_smallest_one_is_not_told_twice() -> None:
    found = prepare(world.town(), today=world.TODAY).coalition
    assert found
    prepared = prepare(world.town(choosing=Choosing(kept=((found.initiative.ref, found.refs),))), today=world.TODAY)
    document = written(prepared, language="en", audience="driver")[0]
    assert "Kept as a draft instead" not in Body(document.labels).written(document.blocks)
