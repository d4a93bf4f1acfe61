"""Does the brief find what the example's story hides? One test a claim, on the words a reader reads."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from functools import cache
from typing import Any

import networkx as nx
import pytest
from briefs import EXAMPLE, brief_of, example, example_brief, flowing, prepared, section, within

from shutaf.analysis.situation import Body, MapBasis, Origin, Situation, Tie, Word
from shutaf.reports.brief import Audience
from shutaf.reports.document import Facts, Heading, Items, Notice, SaidFinding, Table
from shutaf.reports.wording.speech import Speech

BOTH: tuple[Audience, ...] = ("room", "driver")
POSITION = ("connectors_named", "connector_named", "connector_leaving", "cut_body", "single_tie_between_parts")


@cache
def claim(key: str) -> dict[str, Any]:
    claims = tomllib.loads((EXAMPLE / "story.toml").read_text("utf-8"))["claim"]
    return next(one for one in claims if one["key"] == key)


def name(ref: str) -> str:
    return example().body_by_ref[ref].name_in("en")


def person(ref: str) -> str:
    return example().person_by_ref[ref].name


def date(iso: str) -> str:
    return Speech("en", example()).date(iso)


def said(audience: Audience, anchor: str) -> list[str]:
    """The findings of a section and their one-line companions, each as one text."""
    blocks = section(example_brief(audience)[0], anchor)
    return [flowing(part) for block in blocks for part in (block.items if isinstance(block, Items) else [block])]


def told(audience: Audience, anchor: str, *words: str) -> list[str]:
    """What a section says with all these words in it."""
    return [text for text in said(audience, anchor) if all(word in text for word in words)]


@pytest.mark.parametrize("audience", BOTH)
def test_academia_is_missing_and_the_indicators_institute_is_asked(audience: Audience) -> None:
    story = claim("academia_missing")
    (found,) = told(audience, "missing", "academia", "energy and water")
    assert found.endswith(f"Ask {name('indicators')}: whom do you know in academia and research who works on energy?")
    assert told(audience, "network", f"{name('hamorad-college')}: no tie known to us")
    lacking = [
        need.title
        for need in example().needs
        if need.kind.key == story["unmet_kind"] and {theme.key for theme in need.themes} & set(story["goals_without"])
    ]
    assert len(lacking) == 3
    assert all(told(audience, "matches", title) for title in lacking)


@pytest.mark.parametrize("audience", BOTH)
def test_the_connector_leaves_and_four_plants_hang_on_it(audience: Audience) -> None:
    story = claim("connector_leaves")
    (cut,) = told(audience, "network", f"Without {name(story['body'])} we know of no way to 4 bodies")
    assert all(name(ref) in cut for ref in story["cut_off"])
    held = told(audience, "internal", f"{story['ties_held']} ties are written down with this person alone")
    assert any(date(story["until"]) in found for found in held) is (audience == "driver")
    assert bool(told(audience, "internal", person(story["person"]))) is (audience == "driver")


@pytest.mark.parametrize("audience", BOTH)
def test_the_quick_win_comes_first_with_its_smallest_coalition(audience: Audience) -> None:
    story = claim("quick_win")
    assert said(audience, "initiative")[1].startswith(f"Start with {story['first']}.")
    summary = said(audience, "summary")
    assert summary[1].startswith(f"Start with {story['first']}.")
    (table,) = [block for block in section(example_brief(audience)[0], "map") if isinstance(block, Table)]
    assert sorted(flowing(row[0]) for row in table.rows) == sorted(map(name, story["coalition"]))


@pytest.mark.parametrize("audience", BOTH)
def test_the_shiny_project_waits_for_the_second_stage_with_its_reasons(audience: Audience) -> None:
    story = claim("quick_win")
    document, _ = example_brief(audience)
    table = next(part for part in within(section(document, "initiative")) if isinstance(part, Table) and flowing(part.head[-1]) == "Stage")
    stages = {flowing(row[0]): flowing(row[-1]) for row in table.rows}
    assert (stages[story["first"]], stages[story["shiny"]]) == ("first", "second stage")
    blocks = section(document, "initiative")
    after = next(i for i, block in enumerate(blocks) if isinstance(block, Heading) and flowing(block.text) == "For the second stage")
    waiting = next(block for block in blocks[after:] if isinstance(block, Items))
    (why,) = [flowing(item) for item in waiting.items if flowing(item).startswith(story["shiny"])]
    assert "40%" in why
    assert "money" in why


@pytest.mark.parametrize("audience", BOTH)
def test_one_clerk_holds_the_tie_with_the_cardboard_plant(audience: Audience) -> None:
    department, plant = claim("one_clerk_tie")["tie"]
    (found,) = told(audience, "internal", f"To {name(plant)} the municipality has no other way", name(department))
    assert (date(claim("one_clerk_tie")["until"]) in found) is (audience == "driver")
    assert f"To {name(plant)} the municipality has no other way that we know of." in found
    assert f"let {name(department)} introduce a second person to {name(plant)}" in found
    assert (person("p-shimon-edri") in found) is (audience == "driver")


@pytest.mark.parametrize("audience", BOTH)
def test_two_departments_meet_the_same_seven_bodies(audience: Audience) -> None:
    story = claim("departments_share_merchants")
    (found,) = told(audience, "internal", *map(name, story["departments"]), "the same 7 bodies")
    assert "Between the two departments there is no tie, as far as is written." in found
    assert sum(name(ref) in found for ref in story["shared"]) == 6
    assert "1 more" in found


@pytest.mark.parametrize("audience", BOTH)
def test_the_merchants_need_meets_the_cooperatives_store_and_the_condition_is_named(audience: Audience) -> None:
    story = claim("need_meets_offer")
    (table,) = [block for block in section(example_brief(audience)[0], "matches") if isinstance(block, Table)]
    (row,) = [row for row in table.rows if story["need"]["title"] in flowing(row[0]) and story["offer"]["title"] in flowing(row[1])]
    because = flowing(row[2])
    assert all(part in because for part in ("waste", "120\u00a0m²", "60\u00a0m²", "הרחוב הראשי", "בלי פסולת מזון"))


@pytest.mark.parametrize("audience", BOTH)
def test_the_near_miss_is_told_with_the_question_about_dates(audience: Audience) -> None:
    story = claim("near_miss")
    (found,) = told(audience, "matches", story["need"]["title"], story["offer"]["title"])
    assert found.endswith("Ask whether either could move.")


@pytest.mark.parametrize("audience", BOTH)
def test_the_question_worth_five_minutes_joins_the_two_parts(audience: Audience) -> None:
    one, other = claim("unknown_joins_parts")["unknown_pair"]
    (box,) = [
        block
        for block in section(example_brief(audience)[0], "summary")
        if isinstance(block, Notice) and "five more minutes" in flowing(block)
    ]
    assert name(one) in flowing(box)
    assert name(other) in flowing(box)
    assert "which parts of the town are joined" in flowing(box)
    best = next(question for question in prepared().questions if question.value > 0)
    assert best.facts["part_bodies"] == len(claim("unknown_joins_parts")["part"])


def test_a_person_with_two_hats_stands_on_each_page_with_that_bodys_role() -> None:
    story, document = claim("two_hats"), example_brief("driver")[0]
    pages = dict(pages_of(section(document, "sheets")))
    for ref, who in (("al-ain-committee", "p-omar-khoury-al-ain"), ("merchants", "p-omar-khoury-merchants")):
        assert who in story["people"]
        people = next(flowing(lines) for label, lines in pages[name(ref)].rows if flowing(label) == "People")
        assert f"{person(who)}, {example().person_by_ref[who].role}" in people


def pages_of(blocks: tuple[Any, ...]) -> list[tuple[str, Facts]]:
    """Each invited body with its page."""
    titles = [flowing(block.text) for block in blocks if isinstance(block, Heading) and block.level == 3]
    return list(zip(titles, (block for block in blocks if isinstance(block, Facts)), strict=True))


@pytest.mark.parametrize("audience", BOTH)
def test_no_informant_is_announced_as_connector_or_cut_body(audience: Audience) -> None:
    story = claim("informant_bias")
    ours = {story["inflated"], "dept-economic"}
    assert not [finding for finding in prepared().ties_found if finding.key in POSITION and ours & set(finding.subject)]
    sentences = [sentence for text in said(audience, "network") for sentence in text.split("\n")]
    announced = ("is named as connecting", "we know of no way to", "connects sectors")
    assert any(words in sentence for sentence in sentences for words in announced)
    assert not [s for s in sentences for words in announced if words in s for ref in ours if name(ref) in s.split(words)[0]]


@pytest.mark.parametrize("audience", BOTH)
def test_counts_stand_with_and_without_the_informants_own_ties(audience: Audience) -> None:
    (found,) = told(audience, "network", "cross sectors", "Without the ties of the municipality and of those who filled in the map")
    assert "29 across, 34 inside" in found
    assert told(audience, "network", "in the order of their names; the map cannot rank them")


@pytest.mark.parametrize("audience", BOTH)
def test_list_of_ties_comes_by_name_and_ranks_nobody(audience: Audience) -> None:
    (figure,) = [block for block in section(example_brief(audience)[0], "map") if hasattr(block, "twin")]
    ties = [int(flowing(row[1])) if flowing(row[1]).isdigit() else 0 for row in figure.twin.rows]
    assert ties != sorted(ties, reverse=True)
    assert {flowing(row[0]) for row in figure.twin.rows} == {name(body.ref) for body in example().bodies}


@pytest.mark.parametrize("audience", BOTH)
def test_engineering_was_not_asked_and_has_no_zero_anywhere(audience: Audience) -> None:
    engineering = name(claim("engineering_not_asked")["department"])
    document, _ = example_brief(audience)
    rows = [row for part in within(document) if isinstance(part, Table) for row in part.rows if flowing(row[0]) == engineering]
    assert len(rows) == 2
    assert not [row for row in rows for cell in row[1:] if flowing(cell) == "0"]
    assert all(row[1].unknown for row in rows)
    assert told(audience, "network", f"{engineering}: no tie known to us.", "They were not asked.")


# -- a town in which one informant reports all own ties and a third of the others'


def seen_by_one(seed: int) -> tuple[Situation, str]:
    """40 outside bodies with 100 ties, as one of them tells it: all of its own, each other one with a chance of a third."""
    print("seed", seed)
    draw, truth = random.Random(seed), nx.gnm_random_graph(40, 100, seed=seed)
    shares = nx.betweenness_centrality(truth)
    informant = sorted(truth, key=shares.__getitem__)[10]
    seen = [pair for pair in truth.edges if informant in pair or draw.random() < 1 / 3]
    sectors = ("business", "civil_society", "public", "academia", "community")
    bodies = tuple(Body(f"b{i}", f"Body {i:02}", Word("", draw.choice(sectors))) for i in truth)
    ties = tuple(Tie(f"b{one}", f"b{two}", reported_by=f"b{informant}", origin=Origin("ties", i + 2)) for i, (one, two) in enumerate(seen))
    return Situation(bodies=bodies, ties=ties, map=MapBasis("reported", (f"b{informant}",))), f"Body {informant:02}"


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("is_named", [True, False], ids=["named as informant", "only its reports tell"])
def test_brief_announces_no_informant_whose_rank_only_its_own_typing_made(seed: int, is_named: bool) -> None:
    town, informant = seen_by_one(seed)
    document = brief_of(town if is_named else replace(town, map=MapBasis("reported")))
    titles = [flowing(block.title) for block in within(document) if isinstance(block, SaidFinding)]
    titles += [flowing(item).split(".")[0] for block in section(document, "network") if isinstance(block, Items) for item in block.items]
    announcing = [title for title in titles if "is named as connecting" in title or "we know of no way" in title]
    assert announcing
    assert not [title for title in announcing if informant in title]
