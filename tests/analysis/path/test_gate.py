"""Is the advice on partnership the one that the answers carry, for every set of answers?"""

from __future__ import annotations

from itertools import product

import pytest

from shutaf.analysis.path import ASKED, advise
from shutaf.analysis.path.gate import OF_KIND, WANTED
from shutaf.analysis.situation import Answer

GOOD: dict[str, Answer] = {"alone": "no", "buy": "no", **WANTED}


def test_one_body_alone_needs_no_partnership() -> None:
    assert advise({**GOOD, "alone": "yes"}).verdict == "alone"


def test_what_can_be_bought_is_bought() -> None:
    found = advise({**GOOD, "buy": "yes"})
    assert found.verdict == "buy"
    assert [(one.question, one.answer) for one in found.reasons] == [("buy", "yes")]


@pytest.mark.parametrize("missing", sorted(WANTED))
def test_what_is_missing_comes_first(missing: str) -> None:
    wrong: Answer = "no" if WANTED[missing] == "yes" else "yes"
    found = advise({**GOOD, missing: wrong})
    assert (found.verdict, found.missing) == ("not_yet", (missing,))


def test_all_good_is_a_yes_with_every_reason() -> None:
    found = advise(GOOD)
    assert (found.verdict, found.unanswered, len(found.reasons)) == ("yes", (), 7)


def test_an_open_question_is_neither_for_nor_against() -> None:
    found = advise({key: answer for key, answer in GOOD.items() if key != "time"})
    assert (found.verdict, found.unanswered) == ("open", ("time",))


def test_no_answer_at_all_gives_no_reason() -> None:
    found = advise({})
    assert (found.verdict, found.reasons, found.unanswered) == ("open", (), ASKED)


def test_what_would_change_the_advice_does_so_for_every_set_of_answers() -> None:
    every: tuple[Answer, ...] = ("yes", "no", "unknown")
    for answers in product(every, repeat=len(ASKED)):
        given = dict(zip(ASKED, answers, strict=True))
        found = advise(given)
        turned = {(one.question, one.answer): one.verdict for one in found.changes}
        for key in ASKED:
            for answer in ("yes", "no"):
                other = advise({**given, key: answer}).verdict  # type: ignore[dict-item]
                assert turned.get((key, answer), found.verdict) == other


@pytest.mark.parametrize(
    ("decide", "answer", "kind"),
    [("yes", "yes", "collaboration"), ("yes", "no", "complementary"), ("unknown", "yes", "unknown"), ("no", "unknown", "complementary")],
)
def test_the_kind_is_named_by_the_last_two(decide: Answer, answer: Answer, kind: str) -> None:
    assert advise({**GOOD, **dict(zip(OF_KIND, (decide, answer), strict=True))}).kind == kind
