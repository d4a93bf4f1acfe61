"""Who is missing: gaps are gaps on this list, and each asks a body that a stated rule chose."""

from shutaf.analysis.actors.gaps import absent_sectors, gaps
from shutaf.analysis.actors.missing import missing
from shutaf.analysis.situation import Body, Department, Finding, Origin, Place, Situation, Tie, Word


def words(*keys: str) -> tuple[Word, ...]:
    return tuple(Word(key, key) for key in keys)


def firm(ref: str, *themes: str, sector: str = "business") -> Body:
    return Body(ref, ref, Word(sector, sector), themes=words(*themes), origin=Origin("organisations", 2))


def found(situation: Situation, key: str) -> list[Finding]:
    return [finding for finding in missing(situation) if finding.key == key]


def test_sector_without_body_asks_the_body_that_works_on_the_goal_and_is_known_to_a_department() -> None:
    bodies = (Body("d", "Water", department=Department()), firm("a", "water"), firm("b", "water"))
    ties = (Tie("d", "a", strength_1_5=2), Tie("b", "d", strength_1_5=4))
    town = Situation(place=Place(goals=words("water")), bodies=bodies, ties=ties)
    academia = next(finding for finding in found(town, "sector_missing") if finding.facts["sector"] == "academia")
    assert (academia.facts["ask"], academia.facts["ask_rule"]) == ("b", "tied_on_theme")
    assert academia.step == "ask_who_in_sector"
    assert academia.facts["theme"] == "water"


def test_no_sector_is_missing_while_no_sector_is_known() -> None:
    assert absent_sectors(Situation(bodies=(Body("1", "A"),))) == ()
    assert missing(Situation(bodies=(Body("1", "A"),), place=Place(goals=words("water")))) == ()


def test_departments_stand_for_the_public_sector() -> None:
    assert "public" not in absent_sectors(Situation(bodies=(Body("d", "Water", department=Department()), firm("1"))))


def test_missing_sector_is_less_sure_where_sectors_are_unknown() -> None:
    sure = found(Situation(bodies=(firm("1"), Body("2", "B"))), "sector_missing")[0].sure
    assert (sure.level, sure.facts) == (1, {"known": 1, "total": 2})
    assert found(Situation(bodies=(firm("1"),)), "sector_missing")[0].sure.level == 3


def test_nobody_to_ask_leaves_a_list_to_make() -> None:
    finding = found(Situation(bodies=(firm("1"),)), "sector_missing")[0]
    assert (finding.step, finding.facts["ask"]) == ("list_who_in_sector", "")


def test_goal_without_body_and_goal_of_one_sector() -> None:
    bodies = (firm("1", "water"), firm("2", "water"), firm("3", sector="academia"), firm("4", sector="academia"))
    town = Situation(place=Place(goals=words("water", "energy")), bodies=bodies)
    assert [finding.facts["theme"] for finding in found(town, "goal_without_body")] == ["energy"]
    one_sector = found(town, "goal_one_sector")[0]
    assert one_sector.subject == ("1", "2")
    assert (one_sector.facts["sector"], one_sector.facts["ask_sector"], one_sector.facts["untold"].value) == ("business", "academia", 2)


def test_goal_of_two_sectors_is_no_gap() -> None:
    bodies = (firm("1", "water"), firm("2", "water", sector="academia"))
    assert [gap.key for gap in gaps(Situation(place=Place(goals=words("water")), bodies=bodies)) if gap.theme] == []


def test_thin_sector_asks_through_the_pair_somebody_wrote_down_as_unknown() -> None:
    bodies = (firm("college", "waste", sector="academia"), firm("institute", "energy"), firm("x", "waste", "energy", "water"))
    ties = (Tie("college", "institute", status="unknown"), Tie("institute", "x"))
    town = Situation(place=Place(goals=words("waste", "energy", "water")), bodies=bodies, ties=ties)
    thin = next(finding for finding in found(town, "sector_thin") if finding.facts["sector"] == "academia")
    assert (thin.facts["ask"], thin.facts["ask_rule"]) == ("institute", "open_pair")
    assert thin.facts["open_themes"] == ("energy", "water")
    assert (thin.facts["goals"].value, thin.facts["goals"].base) == (1, 3)
    assert (thin.facts["tied"].value, thin.facts["tied"].base) == (0, 1)


def test_every_gap_carries_what_its_question_needs() -> None:
    town = Situation(place=Place(goals=words("water", "energy")), bodies=(firm("1", "water"), firm("2")))
    for finding in missing(town):
        assert {"theme", "ask", "ask_rule", "bodies"} <= finding.facts.keys()
        assert finding.sure.level <= 3
