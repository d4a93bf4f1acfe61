"""Who reads what bodies plan, and in which order?"""

from __future__ import annotations

import pytest

from shutaf.accounts.deeds import deed
from shutaf.analysis.situation import Word
from shutaf.bodies.actions import body_remove
from shutaf.bodies.models import Body, Opportunity, RunningAction
from shutaf.bodies.plans import opportunities, running_actions
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


@pytest.fixture
def planned(town: Town) -> Town:
    bakery, cafe = (Body.objects.get(workspace=town.workspace, ref=ref) for ref in ("hadar-bakery", "fig-cafe"))
    with deed(town.editor, "body_change") as working:
        working.create_many([
            Opportunity(body=bakery, title="בלי תאריך"),
            Opportunity(body=cafe, title="סבב רישיונות", from_date="2027-05"),
            Opportunity(body=bakery, title="מכרז", from_date="2027-01-10", themes=(Word("מזון", "food"),)),
            RunningAction(body=bakery, title="גג ירוק", year="2025", state="running"),
        ])  # fmt: skip
    return town


def test_what_opens_up_comes_by_date_with_the_undated_last(planned: Town) -> None:
    assert [one.title for one in opportunities(planned.viewer)] == ["מכרז", "סבב רישיונות", "בלי תאריך"]
    assert [one.body for one in opportunities(planned.viewer, "fig-cafe")] == ["fig-cafe"]
    assert [(one.title, one.state) for one in running_actions(planned.viewer)] == [("גג ירוק", "running")]


def test_partners_links_and_other_workspaces_read_no_plans(planned: Town) -> None:
    for who in (planned.partner, planned.link("hadar-bakery"), planned.elsewhere):
        assert (opportunities(who), running_actions(who)) == ((), ())


def test_plans_of_a_body_in_the_trash_are_hidden_with_it(planned: Town) -> None:
    body_remove(planned.editor, ref="hadar-bakery")
    assert [one.title for one in opportunities(planned.viewer)] == ["סבב רישיונות"]
    assert running_actions(planned.viewer) == ()
