"""One body's sheet: the room's half holds nothing that was not meant for it."""

import pytest

from shutaf.analysis.actors.body_sheet import body_sheet
from shutaf.analysis.actors.voice import voice_of
from shutaf.analysis.situation import Body, Department, Initiative, Need, Offer, Person, Situation, Stance, Tie, Word

SAVE = Word("save_cost", "save_cost")
SECRET = "SECRET"

FIRM = Body(
    "firm",
    "Carpentry",
    Word("business", "business"),
    kind="small_business",
    motives=(SAVE,),
    barriers=(Word(SECRET),),
    opportunities=SECRET,
    influence_1_10=7,
    rated_by=SECRET,
    source=SECRET,
    as_of="2026",
)
TOWN = Situation(
    bodies=(FIRM, Body("parks", "Parks", department=Department()), Body("roads", "Roads", department=Department())),
    people=(Person("p1", SECRET, "parks", role="gardener", phone=SECRET), Person("p2", "Lea", "firm", role="owner")),
    ties=(
        Tie("parks", "firm", kind=Word("purchase", "purchase"), strength_1_5=4, holder="p1"),
        Tie("firm", "parks", kind=Word("joint", "joint_project"), holder=SECRET),
    ),
    needs=(
        Need("need 1", "firm", SECRET, said_by="p2"),
        Need("need 2", "firm", "storage", said_by=SECRET, visible_to="partners", own=(("note", SECRET),)),
    ),
    offers=(Offer("offer 1", "firm", "wood", visible_to="public", conditions=""),),
    initiatives=(
        Initiative("i1", "A", gains=("firm",)),
        Initiative("i2", "B", gains=("Business",)),
        Initiative("i3", "C", gains=("pupils",)),
    ),
    stances=(Stance("firm", SECRET, -2.0),),
)


def test_room_half_holds_no_name_rating_stance_barrier_or_confidential_row() -> None:
    room = body_sheet(TOWN, "firm").room
    assert SECRET not in repr(room)
    assert [(said.resource.title, said.voice) for said in room.needs] == [("storage", "assumed")]
    assert room.motives_stated == ()


def test_driver_half_holds_what_the_room_does_not() -> None:
    driver = body_sheet(TOWN, "firm").driver
    assert [said.resource.ref for said in driver.needs_held_back] == ["need 1"]
    assert (driver.motives_not_stated, driver.motives_voice) == ((SAVE,), "assumed")
    assert driver.holders == (("parks", SECRET), ("parks", SECRET))
    assert [person.name for person in driver.contacts] == ["Lea"]
    assert driver.must_not_assume == ("motives_assumed", "needs_assumed", "offers_unknown")


def test_ties_name_the_role_and_count_departments_nobody_spoke_of() -> None:
    room = body_sheet(TOWN, "firm").room
    assert [(tie.department, tie.strength_1_5, tie.holder_role) for tie in room.ties] == [("parks", 4, "gardener"), ("parks", None, "")]
    assert (room.departments_unknown.value, room.departments_unknown.base) == (1, 2)


def test_known_no_is_a_line_and_unknown_row_is_none() -> None:
    ties = (Tie("parks", "firm", status="none"), Tie("roads", "firm", status="unknown"))
    room = body_sheet(Situation(bodies=TOWN.bodies, ties=ties), "firm").room
    assert [(tie.department, tie.status) for tie in room.ties] == [("parks", "none")]
    assert room.departments_unknown.value == 1


def test_gains_name_the_body_or_a_group_it_belongs_to() -> None:
    gains = body_sheet(TOWN, "firm").room.gains
    assert [(gain.initiative, gain.how, gain.group) for gain in gains] == [("i1", "body", ""), ("i2", "group", "Business")]


def test_flags_are_facts_about_gifts_and_purchases() -> None:
    flags = body_sheet(TOWN, "firm").driver.flags
    assert [(flag.key, flag.facts.get("departments")) for flag in flags] == [("donation_question", None), ("purchase_tie", ("parks",))]


def test_conditions_answer_the_donation_question_and_staying_out_the_purchase_one() -> None:
    bodies = (Body("firm", "Firm", invite="no"), *TOWN.bodies[1:])
    with_condition = (Offer("offer 1", "firm", "wood", conditions="for cash"),)
    assert body_sheet(Situation(bodies=bodies, ties=TOWN.ties), "firm").driver.flags == ()
    flags = body_sheet(Situation(bodies=bodies, ties=TOWN.ties, offers=with_condition), "firm").driver.flags
    assert [flag.key for flag in flags] == ["purchase_tie"]


def test_empty_body_says_what_is_not_known() -> None:
    sheet = body_sheet(Situation(bodies=(Body("1", "A"),)), "1")
    assert {one.key for one in sheet.room.not_known} == {
        *("needs_unknown", "offers_unknown", "motives_unknown", "targets_unknown"),
        *("themes_unknown", "sector_unknown", "contact_unknown", "date_unknown"),
    }
    assert sheet.driver.must_not_assume == ()


def test_stranger_has_no_sheet() -> None:
    with pytest.raises(KeyError):
        body_sheet(TOWN, "nobody")


@pytest.mark.parametrize(
    ("said_by", "voice"), [("firm", "stated"), ("LEA", "stated"), ("p2", "stated"), ("p1", "assumed"), (" ", "unknown")]
)
def test_voice_is_stated_only_when_the_body_or_its_people_speak(said_by: str, voice: str) -> None:
    assert voice_of(TOWN, "firm", said_by) == voice
