import pytest, world
from town import build_town
from cases.writing import *
from shutaf.cases.actions import *
from shutaf.cases.queries import *
pytestmark=pytest.mark.django_db
def test_it(db):
    town=build_town(world.town(), partner_of="bakery")
    one=written(town)
    t=told_of(town.editor, one)
    print(t)
    case_publish(town.editor, ref=one.ref, audience="workspace", today=TODAY)
    print(cases_told(town.partner)); print(cases_told(town.elsewhere))
