"""Are ties read by page, by body and one by one, by those who may?"""

from __future__ import annotations

import pytest

from shutaf.analysis.situation import Word
from shutaf.bodies.actions import body_remove
from shutaf.partnerships.queries import situation
from shutaf.relations.actions import tie_save
from shutaf.relations.lines import PAGE_SIZE, tie_line, tie_lines, tie_page
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


def test_pages_hold_every_tie_once(town: Town) -> None:
    first = tie_page(town.viewer)
    rest = [tie_page(town.viewer, page=number) for number in range(2, first.pages + 1)]
    lines = [line for page in (first, *rest) for line in page.lines]
    assert [line.tie for line in lines] == list(situation(town.viewer).ties)
    assert all(len(page.lines) <= PAGE_SIZE for page in (first, *rest))
    assert tie_page(town.viewer, page=10**9).page == first.pages


def test_a_kind_and_a_status_leave_what_fits(town: Town) -> None:
    tie_save(town.editor, source_ref="hadar-bakery", target_ref="fig-cafe", kind=Word("", "joint_project"), status="none")
    ties = situation(town.viewer).ties
    assert tie_page(town.viewer, kind="joint_project").found == sum(tie.kind.key == "joint_project" for tie in ties)
    assert tie_page(town.viewer, status="none").found == sum(tie.status == "none" for tie in ties)


def test_ties_of_a_body_in_the_trash_are_hidden(town: Town) -> None:
    (line, *_) = tie_lines(town.viewer, of_body="hadar-bakery")
    body_remove(town.editor, ref="hadar-bakery")
    assert tie_lines(town.viewer, of_body="hadar-bakery") == ()
    assert tie_line(town.viewer, line.ref) is None


def test_partners_and_strangers_read_no_tie_with_its_reporter(town: Town) -> None:
    (line, *_) = tie_lines(town.viewer, of_body="hadar-bakery")
    for who in (town.partner, town.elsewhere, town.link("hadar-bakery")):
        assert tie_line(who, line.ref) is None
        assert tie_lines(who, of_body="hadar-bakery") == ()
        assert tie_page(who).lines == ()
