"""Does the brief ask its question again with those alone who answered the open call?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefs import brief_of, example, section, text

from shutaf.analysis.situation import Choosing
from shutaf.reports.brief import Audience

SAID = "With those alone who answered the open call: "


def told(*answered: str, audience: Audience = "driver") -> str:
    return text(section(brief_of(replace(example(), choosing=Choosing(answered=answered)), audience, "en"), "initiative"))


def test_nothing_is_said_before_anybody_answered() -> None:
    assert SAID not in told()


@pytest.mark.parametrize("audience", ["room", "driver"])
def test_who_did_not_answer_is_not_counted_on(audience: Audience) -> None:
    members, lacking = told("merchants", "second-wheel", audience=audience).split(SAID)[1][:300].split("Not covered then:")
    assert "Second Wheel Cooperative" in members
    assert "North Carton" not in members
    assert lacking.strip().startswith("purchasing")


def test_when_all_of_the_set_answered_nothing_is_lacking() -> None:
    said = told("merchants", "second-wheel", "karton-hatzafon").split(SAID)[1][:300]
    assert "North Carton" in said
    assert "Not covered then" not in said
