"""Does the reach of a call count who was told and who answered, group by group, and keep apart what is not known?"""

from __future__ import annotations

from shutaf.analysis.actors.call_reach import Reach, reach
from shutaf.analysis.situation import Body, CallReply, Department, OpenCall, Person, Place, Situation, ToldOfCall, Word

PLACE = Place(languages=("he", "ar", "ru"), neighbourhoods=(Word("North"), Word("South")))
TOWN = Situation(
    PLACE,
    (
        Body("env", "Environment", department=Department()),
        Body("mill", "Mill", Word("", "business"), neighbourhood="north"),
        Body("cafe", "Café", Word("", "business")),
        Body("club", "Club", Word("", "civil_society"), neighbourhood="South"),
    ),
    people=(Person("p1", "A", "mill", language="ar"), Person("p2", "B", "mill", language="he")),
)
CALL = OpenCall(
    "h1",
    told=(
        ToldOfCall("2026-01-01", "letter", "mill", language="ar"),
        ToldOfCall("2026-01-02", "phone", "mill", language="ar"),
        ToldOfCall("2026-01-02", "letter", "env", language="he"),
        ToldOfCall("2026-01-03", "board", whom="passers-by", neighbourhood="North", language="ar"),
    ),
    replies=(CallReply("2026-01-09", "New group", sector="community", size="small", language="ar"), CallReply("2026-01-10", "x")),
)


def found(call: OpenCall = CALL) -> dict[str, Reach]:
    return {one.dimension: one for one in reach(TOWN, call, lambda text, _list: text)}


def counted(dimension: str) -> dict[str, tuple[int | None, int | None, int | None, int]]:
    return {row.key or row.text: (row.on_map, row.told, row.channels, row.answered) for row in found()[dimension].rows}


def test_a_sector_counts_each_body_once_and_no_department() -> None:
    assert counted("sector") == {
        "public": (0, 0, None, 0),
        "business": (2, 1, None, 0),
        "civil_society": (1, 0, None, 0),
        "academia": (0, 0, None, 0),
        "community": (0, 0, None, 1),
        "": (0, 0, None, 1),
    }


def test_a_body_of_two_languages_is_reached_in_the_one_the_log_says() -> None:
    languages = counted("language")
    assert languages["ar"] == (1, 1, 1, 1)
    assert languages["he"] == (1, 1, 0, 0)
    assert languages["ru"] == (0, 0, 0, 0)
    assert languages[""] == (2, 0, 0, 1)


def test_neighbourhoods_are_one_whatever_their_spelling() -> None:
    assert counted("neighbourhood") == {"North": (1, 1, 1, 0), "South": (1, 0, 0, 0), "": (1, 0, 0, 2)}


def test_how_large_bodies_of_the_map_are_is_not_known() -> None:
    assert counted("size") == {"small": (None, None, None, 1), "": (None, None, None, 1)}


def test_a_group_without_a_line_and_an_answer_is_a_question_and_the_unknown_is_none() -> None:
    asked = {one.dimension: [row.key or row.text for row in one.unreached] for one in found().values()}
    assert asked == {"sector": ["public", "civil_society", "academia"], "language": ["ru"], "neighbourhood": ["South"], "size": []}


def test_of_a_call_nobody_was_told_of_every_group_is_a_question() -> None:
    assert [row.text for row in found(OpenCall("h2"))["neighbourhood"].unreached] == ["North", "South"]
