"""Is somebody who was erased nowhere any more, and does everything else stay?"""

from __future__ import annotations

import json
import re

import pytest
from django.apps import apps
from django.db import connection

from planting import EMAIL, NAME, PHONE, plant
from shutaf.accounts.deeds import deed
from shutaf.accounts.models import Deed, Member
from shutaf.accounts.viewer import NotAllowedError
from shutaf.analysis.text.fold import fold
from shutaf.bodies.models import Body, Person
from shutaf.partnerships.queries import situation
from shutaf.relations.models import MapBasis
from shutaf.stewardship.models import Erased
from shutaf.stewardship.personal.actions import NobodyError, person_erase
from shutaf.stewardship.personal.found import person_found
from shutaf.stewardship.personal.scanning import tables_of_workspaces
from shutaf.stewardship.personal.who import Who
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

WHO = Who((NAME,), (EMAIL,), (PHONE,))


def everything() -> str:
    """Every table as the database itself gives it, folded."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += cursor.fetchall()
    text = json.dumps(rows, ensure_ascii=False, default=str)
    return fold(text + re.sub(r"\\+u([0-9a-f]{4})", lambda match: chr(int(match.group(1), 16)), text))  # SQLite keeps JSON with escapes


def test_a_person_in_every_field_of_every_table_is_nowhere_afterwards(town: Town) -> None:
    plant(town, Deed.objects.filter(workspace=town.workspace)[0])
    assert fold(NAME) in everything()
    before = {table: apps.get_model(table)._base_manager.count() for table in tables_of_workspaces()}
    done = person_erase(town.editor, who=WHO)
    left = everything()
    assert [word for word in (fold(NAME), *fold(NAME).split(), EMAIL, fold(PHONE), "7654321") if word in left] == []
    after = {table: apps.get_model(table)._base_manager.count() for table in tables_of_workspaces()}
    assert {table for table in before if after[table] < before[table]} == set(done.removed)
    assert done.removed == {"accounts.mail": 1, "accounts.invitation": 1, "bodies.person": 1, "intake.proposal": 1}


def person(town: Town, name: str, **fields: str) -> Person:
    with deed(town.editor, "person_save", about=name) as working:
        row: Person = working.create(Person(name=name, body=Body.present.filter(workspace=town.workspace)[0], **fields))
        return row


def test_only_editors_and_owners_erase(town: Town) -> None:
    for viewer in (town.viewer, town.partner, town.link("x"), town.elsewhere):
        person(town, NAME)
        if viewer is town.elsewhere:
            person_erase(viewer, who=WHO)  # of their own workspace, in which nobody of that name is
        else:
            with pytest.raises(NotAllowedError):
                person_erase(viewer, who=WHO)
    assert Person.objects.filter(name=NAME).count() == 4


def test_nobody_is_erased_by_an_empty_name(town: Town) -> None:
    with pytest.raises(NobodyError):
        person_erase(town.editor, who=Who(("  ",), ("no address",), ("12",)))


def test_a_namesake_stays_and_the_name_is_not_remembered(town: Town) -> None:
    wanted, other = person(town, NAME, email=EMAIL), person(town, NAME, email="other@bdikati.example")
    person_erase(town.editor, who=WHO, keep=[f"bodies.person:{other.pk}"])
    assert list(Person.objects.filter(name=NAME).values_list("pk", flat=True)) == [other.pk]
    assert not Person.objects.filter(pk=wanted.pk).exists()
    assert Erased.objects.filter(workspace=town.workspace).count() == 2  # the address and the number


def test_what_the_map_counts_stays(town: Town) -> None:
    body = Body.present.filter(workspace=town.workspace)[0]
    before = [apps.get_model(table).present.count() for table in ("bodies.body", "relations.tie", "exchange.resource")]
    with deed(town.editor, "body_change", about=body.name) as working:
        working.change(body, rated_by=NAME, source=f"so {NAME}", influence_1_10=7.0)
    person_erase(town.editor, who=WHO)
    body.refresh_from_db()
    assert (body.influence_1_10, NAME in body.rated_by + body.source, bool(body.rated_by)) == (7.0, False, True)
    assert before == [apps.get_model(table).present.count() for table in ("bodies.body", "relations.tie", "exchange.resource")]


def test_the_history_says_that_somebody_was_erased_and_not_who(town: Town) -> None:
    person(town, NAME)
    done = person_erase(town.editor, who=WHO)
    told = Deed.objects.get(ref=done.deed_ref)
    assert (told.name, told.about, told.by) == ("person_erase", str(done.rows), "Eli")
    assert person_found(town.editor, WHO).total == 0


def test_what_is_held_is_told_with_its_place_and_its_source(town: Town) -> None:
    row = person(town, NAME, phone=PHONE)
    held = person_found(town.viewer, WHO)
    told = {(one.table, one.field.name): one for one in held.places if one.row == f"bodies.person:{row.pk}"}
    assert set(told) == {("bodies.person", "name"), ("bodies.person", "phone")}
    assert (told["bodies.person", "phone"].text, told["bodies.person", "phone"].by) == (PHONE, "Eli")
    assert ("accounts.deed", "about") in held.counts
    with pytest.raises(NotAllowedError):
        person_found(town.partner, WHO)


def test_a_sole_trader_numbered_by_name_gets_another_ref_wherever_it_is_named(town: Town) -> None:
    body, other = Body.present.filter(workspace=town.workspace)[:2]
    Body.objects.filter(pk=body.pk).update(ref=NAME, name=f"{NAME} קרמיקה")
    Member.objects.filter(workspace=town.workspace, user=town.omar).update(body_refs=(NAME, other.ref))
    with deed(town.editor, "map_basis_change") as working:
        working.change(MapBasis.present.get(workspace=town.workspace), informants=(NAME,), asked=(NAME, other.ref))
    person_erase(town.editor, who=WHO)
    body.refresh_from_db()
    basis = MapBasis.present.get(workspace=town.workspace)
    assert NAME not in body.ref + body.name + body.search + body.sort_name
    assert body.name.endswith("קרמיקה")
    assert basis.asked == (body.ref, other.ref) == Member.objects.get(workspace=town.workspace, user=town.omar).body_refs


def test_pages_know_at_once_that_somebody_is_gone(town: Town) -> None:
    row = person(town, NAME)
    assert row.ref in situation(town.editor).person_by_ref
    person_erase(town.editor, who=WHO)
    assert row.ref not in situation(town.editor).person_by_ref  # another process, which forgets nothing, reads by the revision
    assert NAME not in repr(situation(town.editor))


def test_erasing_twice_finds_nothing_more(town: Town) -> None:
    person(town, NAME)
    assert person_erase(town.editor, who=WHO).rows > 0
    assert person_erase(town.editor, who=WHO).rows == 0
