from __future__ import annotations

from itertools import combinations

from towns import as_networkx, body, department, drawn_town, town

from shutaf.analysis.network import shared_contacts

CAST = (department("d"), department("e"), department("k"), body("f", name="Firm"), body("a", name="Association"))


def test_departments_that_share_a_body_and_no_tie_are_found() -> None:
    (found,) = shared_contacts(town(CAST, "d-f e-f d-a e-a k-a d-k e-k"))
    assert (found.departments, found.bodies, found.is_known_none) == (("d", "e"), ("a", "f"), False)


def test_departments_with_a_known_tie_are_not_found() -> None:
    assert shared_contacts(town(CAST, "d-f e-f d-e")) == ()


def test_a_known_no_between_departments_is_said() -> None:
    (found,) = shared_contacts(town(CAST, "d-f e-f", "d-e"))
    assert found.is_known_none


def test_most_shared_bodies_come_first() -> None:
    found = shared_contacts(town(CAST, "d-f e-f k-f e-a k-a"))
    assert [(one.departments, len(one.bodies)) for one in found] == [(("e", "k"), 2), (("d", "e"), 1), (("d", "k"), 1)]


def test_plain_loops_over_networkx_find_the_same() -> None:
    situation = drawn_town(1, departments=8)
    graph = as_networkx(situation)
    inside = {one.ref for one in situation.departments}
    expected = {
        (one, two): {ref for ref in set(graph[one]) & set(graph[two]) if ref not in inside}
        for one, two in combinations(sorted(inside), 2)
        if not graph.has_edge(one, two)
    }
    assert {one.departments: set(one.bodies) for one in shared_contacts(situation)} == {k: v for k, v in expected.items() if v}
