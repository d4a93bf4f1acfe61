"""Is a cell written only where nobody wrote meanwhile, once, and with its op or not at all?"""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import override

from shutaf.accounts.models import Deed, Workspace
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Word
from shutaf.bodies.actions import body_change, body_remove
from shutaf.bodies.models import Body, Person
from shutaf.partnerships.queries import situation
from shutaf.stewardship.actions import cells_write
from shutaf.stewardship.cells import CellChange, Written
from shutaf.stewardship.cells.rows import cells_news, cells_page
from shutaf.stewardship.queries import deeds_recent
from shutaf.stewardship.undo import undo
from shutaf.web.parts.deeds import said_deed
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]
BAKERY, CAFE, NEW = "hadar-bakery", "fig-cafe", "bbcdfghjk"
OPS = iter(range(10**6))


def write(who: Viewer, *changes: tuple[str, str, str, str], op: str = "", sheet: str = "organisations", **more: Any) -> Written:
    told = [CellChange(*change) for change in changes]
    return cells_write(who, sheet=sheet, op_id=op or f"op-{next(OPS):09}", changes=told, language=more.pop("language", "he"), **more)


def body(town: Town, ref: str) -> Body:
    found: Body = Body.objects.get(workspace=town.workspace, ref=ref)
    return found


def text(town: Town, ref: str, field: str, language: str = "he") -> str:
    from shutaf.stewardship.cells import sheet_of

    row = next(row for row in cells_page(town.editor, "organisations", language=language).rows if row.ref == ref)
    return row.texts[sheet_of("organisations").keys.index(field)]


def test_a_cell_is_written_and_comes_back_as_it_is_kept(town: Town) -> None:
    written = write(town.editor, (BAKERY, "influence_1_10", text(town, BAKERY, "influence_1_10"), "3,5"))
    assert [cell.text for cell in written.cells] == ["3.5"]
    assert body(town, BAKERY).influence_1_10 == 3.5


def test_words_of_lists_are_known_in_four_languages_and_own_words_stay(town: Town) -> None:
    before = text(town, BAKERY, "themes")
    written = write(town.editor, (BAKERY, "themes", before, "Energie; water | סירופים"))
    assert body(town, BAKERY).themes == (Word("Energie", "energy"), Word("water", "water"), Word("סירופים"))
    assert written.cells[0].text == "אנרגיה | מים | סירופים"
    assert text(town, BAKERY, "themes", "de") == "Energie | Wasser | סירופים"


def test_a_word_close_to_one_of_ours_is_kept_with_a_doubt(town: Town) -> None:
    written = write(town.editor, (BAKERY, "sector", text(town, BAKERY, "sector"), "עיסקי"))
    assert [(problem.key, problem.severity) for problem in written.cells[0].problems] == [("sector.unknown", "warning")]
    assert body(town, BAKERY).sector == Word("עיסקי")


def test_who_wrote_meanwhile_is_named_and_nothing_is_lost(town: Town) -> None:
    seen = text(town, BAKERY, "city")
    body_change(town.owner, ref=BAKERY, city="חיפה")
    written = write(town.editor, (BAKERY, "city", seen, "עכו"), (CAFE, "city", text(town, CAFE, "city"), "עכו"))
    assert [(one.row, one.field, one.kind, one.theirs, one.by) for one in written.refused] == [(BAKERY, "city", "conflict", "חיפה", "Dana")]
    assert written.refused[0].at is not None
    assert (body(town, BAKERY).city, body(town, CAFE).city) == ("חיפה", seen)  # a paste is all or nothing


def test_the_same_word_from_two_people_is_no_conflict(town: Town) -> None:
    seen = text(town, BAKERY, "city")
    body_change(town.owner, ref=BAKERY, city="עכו")
    assert not write(town.editor, (BAKERY, "city", seen, "עכו")).refused


def test_a_row_in_the_trash_is_told_and_comes_back_when_wanted(town: Town) -> None:
    seen = text(town, BAKERY, "city")
    body_remove(town.owner, ref=BAKERY)
    assert [(one.kind, one.by) for one in write(town.editor, (BAKERY, "city", seen, "עכו")).refused] == [("gone", "Dana")]
    assert not write(town.editor, (BAKERY, "city", seen, "עכו"), made=[BAKERY]).refused
    assert body(town, BAKERY).removed_in is None


def test_a_retry_does_nothing_and_is_answered_as_done(town: Town) -> None:
    first = write(town.editor, (NEW, "name", "", "גוף חדש לגמרי"), op="op-of-a-lost-answer", made=[NEW])
    revision = Workspace.objects.get(pk=town.workspace.pk).revision
    again = write(town.editor, (NEW, "name", "", "גוף חדש לגמרי"), op="op-of-a-lost-answer", made=[NEW])
    assert (again.deed_ref, [cell.text for cell in again.cells]) == (first.deed_ref, ["גוף חדש לגמרי"])
    assert Workspace.objects.get(pk=town.workspace.pk).revision == revision
    assert Body.objects.filter(workspace=town.workspace, name="גוף חדש לגמרי").count() == 1


def test_a_new_row_sent_by_another_op_is_not_doubled(town: Town) -> None:
    for _ in range(2):
        assert not write(town.editor, (NEW, "name", "", "גוף חדש לגמרי"), made=[NEW]).refused
    assert Body.objects.filter(workspace=town.workspace, name="גוף חדש לגמרי").count() == 1


@pytest.mark.parametrize("ref", ["x", "b1", "bAAAAAAAA", "../../etc", "b" + "b" * 40])
def test_a_new_row_is_called_as_ours_are(town: Town, ref: str) -> None:
    assert [one.kind for one in write(town.editor, (ref, "name", "", "שם"), made=[ref]).refused] == ["gone"]


def test_a_paste_is_one_batch_and_can_be_undone_whole(town: Town) -> None:
    refs = [f"bbcdfghj{letter}" for letter in "bcdfg"]
    cells = [(ref, field, "", value) for ref in refs for field, value in (("name", f"גוף {ref}"), ("sector", "עסקי"))]
    written = write(town.editor, *cells, made=refs)
    assert Deed.objects.get(workspace=town.workspace, ref=written.deed_ref).is_batch
    assert Body.present.filter(workspace=town.workspace, ref__in=refs, group="business").count() == 5
    assert undo(town.editor, ref=written.deed_ref).deed_ref
    assert not Body.present.filter(workspace=town.workspace, ref__in=refs).exists()


def test_one_unreadable_cell_holds_the_whole_op(town: Town) -> None:
    written = write(town.editor, (BAKERY, "city", text(town, BAKERY, "city"), "עכו"), (BAKERY, "interest_1_10", "", "כעשרים"))
    kinds = [(one.field, one.kind, one.problems[0].key) for one in written.refused if one.kind == "unreadable"]
    assert kinds == [("interest_1_10", "unreadable", "number.unreadable")]
    assert body(town, BAKERY).city != "עכו"


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [("name", "", "cell.missing"), ("name", "א" * 1001, "cell.too_long"), ("city", "א" * 301, "cell.too_long"),
     ("invite", "x", "answer.tick"), ("as_of", "מחר", "date.unreadable"), ("influence_1_10", "11", "number.outside"), ("contact_name", "א" * 301, "cell.too_long"),
     ("departments", "מחלקה שאינה", "tie.unknown_body")],
)  # fmt: skip
def test_what_cannot_be_read_is_said_at_its_cell(town: Town, field: str, typed: str, problem: str) -> None:
    written = write(town.editor, (BAKERY, field, text(town, BAKERY, field), typed))
    assert [(one.kind, one.problems[0].key) for one in written.refused] == [("unreadable", problem)]


def test_a_new_row_without_a_name_waits(town: Town) -> None:
    written = write(town.editor, (NEW, "city", "", "עכו"), made=[NEW])
    assert [(one.field, one.kind) for one in written.refused] == [("name", "unreadable")]


def test_undo_of_a_new_row_takes_it_back_unless_somebody_wrote_in_it(town: Town) -> None:
    write(town.editor, (NEW, "name", "", "גוף חדש לגמרי"), made=[NEW])
    body_change(town.owner, ref=NEW, city="עכו")
    refused = write(town.editor, (NEW, "name", "גוף חדש לגמרי", ""), removed=[NEW]).refused
    assert [(one.field, one.kind, one.theirs) for one in refused] == [("city", "conflict", "עכו")]
    assert not write(town.editor, (NEW, "name", "גוף חדש לגמרי", ""), (NEW, "city", "עכו", ""), removed=[NEW]).refused
    assert body(town, NEW).removed_in is not None
    assert not write(town.editor, (NEW, "name", "", "גוף חדש לגמרי"), made=[NEW]).refused
    assert body(town, NEW).removed_in is None


def test_a_contact_is_a_person_and_a_department_a_tie(town: Town) -> None:
    names = [one.name for one in situation(town.editor).departments[:2]]
    write(town.editor, (NEW, "name", "", "גוף חדש לגמרי"), (NEW, "contact_name", "", "נועה"), (NEW, "contact_phone", "", "04-555-0101"),
          (NEW, "departments", "", "|".join(names)), made=[NEW])  # fmt: skip
    seen = situation(town.editor)
    assert [(one.name, one.phone) for one in seen.people if one.body == NEW] == [("נועה", "04-555-0101")]
    ties = {seen.body_by_ref[tie.source_ref].name for tie in seen.ties if tie.target_ref == NEW}
    assert ties == set(names)
    now = text(town, NEW, "departments")
    write(
        town.editor,
        (NEW, "departments", now, now.split(" | ")[0]),
        (NEW, "contact_name", "נועה", ""),
        (NEW, "contact_phone", "04-555-0101", ""),
    )
    assert len([tie for tie in situation(town.editor).ties if tie.target_ref == NEW]) == 1
    assert not Person.present.filter(workspace=town.workspace, body__ref=NEW).exists()


def test_only_editors_of_this_workspace_write(town: Town) -> None:
    for who in (town.viewer, town.partner, town.link(BAKERY)):
        with pytest.raises(NotAllowedError):
            write(who, (BAKERY, "city", "", "עכו"))
        with pytest.raises(NotAllowedError):
            cells_page(who, "organisations", language="he")
        with pytest.raises(NotAllowedError):
            cells_news(who, "organisations", since=0, language="he")
    assert [one.kind for one in write(town.elsewhere, (BAKERY, "city", "", "עכו")).refused] == ["gone"]
    assert [one.by for one in write(town.elsewhere, (BAKERY, "city", "", "עכו")).refused] == [""]
    assert body(town, BAKERY).city != "עכו"


def test_a_department_is_no_row_of_the_organisations(town: Town) -> None:
    department = Body.present.filter(workspace=town.workspace, is_department=True).first().ref
    assert [one.kind for one in write(town.editor, (department, "city", "", "עכו"), made=[department]).refused] == ["gone"]
    assert not write(town.editor, (department, "limits", body(town, department).limits, "זמן"), sheet="departments").refused


def test_news_tell_what_others_wrote_since(town: Town) -> None:
    since = cells_page(town.editor, "organisations", language="he").revision
    assert cells_news(town.editor, "organisations", since=since, language="he").rows == ()
    body_change(town.owner, ref=BAKERY, city="עכו")
    body_remove(town.owner, ref=CAFE)
    news = cells_news(town.editor, "organisations", since=since, language="he")
    assert [(row.ref, "עכו" in row.texts, by) for row, by, _at in news.rows] == [(BAKERY, True, "Dana")]
    assert (news.gone, news.revision) == ((CAFE,), since + 2)


def test_a_name_that_is_there_already_is_a_doubt_with_its_row(town: Town) -> None:
    name = body(town, CAFE).name
    written = write(town.editor, (NEW, "name", "", f" {name} "), made=[NEW])
    facts = written.cells[0].problems[0].facts
    rows = [row.ref for row in cells_page(town.editor, "organisations", language="he").rows]
    assert (written.cells[0].problems[0].key, facts["first_row"], rows[facts["first_row"] - 1]) == (
        "name.twice",
        rows.index(CAFE) + 1,
        CAFE,
    )


def test_needs_and_offers_are_rows_with_kinds(town: Town) -> None:
    write(
        town.editor,
        (NEW, "name", "", "גוף חדש לגמרי"),
        (NEW, "offers", "", "space: אולם בערב | מתנדבים"),
        (NEW, "needs", "", "משהו: אחר"),
        made=[NEW],
    )
    seen = situation(town.editor)
    assert [(one.kind.key, one.title) for one in seen.offers if one.body == NEW] == [("space", "אולם בערב"), ("staff_time", "מתנדבים")]
    assert [(one.kind.key, one.title) for one in seen.needs if one.body == NEW] == [("", "משהו: אחר")]
    now = text(town, NEW, "offers")
    assert now == "מקום ומרחב: אולם בערב | מתנדבים"
    write(town.editor, (NEW, "offers", now, "Räume und Flächen: אולם בערב"))
    kept = [one for one in situation(town.editor).offers if one.body == NEW]
    assert [one.ref for one in kept] == [one.ref for one in seen.offers if one.body == NEW][:1]


def test_who_changed_a_contact_meanwhile_is_named(town: Town) -> None:
    write(town.editor, (NEW, "name", "", "גוף חדש לגמרי"), (NEW, "contact_name", "", "נועה"), made=[NEW])
    write(town.owner, (NEW, "contact_name", "נועה", "נועה לוי"))
    refused = write(town.editor, (NEW, "contact_name", "נועה", "נועה כהן")).refused
    assert [(one.theirs, one.by) for one in refused] == [("נועה לוי", "Dana")]


def test_the_history_says_how_many_cells_in_how_many_rows(town: Town) -> None:
    def city(ref: str) -> tuple[str, str, str, str]:
        return ref, "city", text(town, ref, "city"), "Elsewhere"

    def said() -> str:
        (latest,) = deeds_recent(town.editor, most=1)
        return said_deed(latest)

    with override("en"):
        done = write(town.editor, city(BAKERY), city(CAFE))
        assert said() == "Typed in the grid: 2 cells in 2 rows"
        undo(town.editor, ref=done.deed_ref)
        assert said() == "Undid: 2 cells in 2 rows"
        write(town.editor, city(BAKERY), (BAKERY, "neighbourhood", text(town, BAKERY, "neighbourhood"), "North"))
        assert body(town, BAKERY).name in said()
