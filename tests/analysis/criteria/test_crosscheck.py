"""TOPSIS and the weighted sum, against the printed fighter aircraft example."""

import json
from pathlib import Path

import numpy as np
import pytest

from shutaf.analysis.criteria.crosscheck import topsis, weighted_sum

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "topsis_saw_fighter.json").read_text("utf-8"))
FIGHTER = tuple(np.array(ORACLE[key], dtype=np.float64) for key in ("values", "better", "weights"))


def test_topsis_reproduces_the_printed_closeness() -> None:
    assert topsis(*FIGHTER).tolist() == pytest.approx(ORACLE["closeness"], abs=ORACLE["closeness_tolerance"])


def test_weighted_sum_reproduces_the_published_values() -> None:
    assert weighted_sum(*FIGHTER).tolist() == pytest.approx(ORACLE["weighted_sum"], abs=ORACLE["weighted_sum_tolerance"])


def test_two_methods_name_two_firsts_on_the_same_data() -> None:
    assert (int(np.argmax(topsis(*FIGHTER))), int(np.argmax(weighted_sum(*FIGHTER)))) == (0, 2)


def test_alike_candidates_are_alike_and_zeros_do_not_divide() -> None:
    alike = np.zeros((2, 2)), np.array([1.0, -1.0]), np.array([1.0, 1.0])
    assert topsis(*alike).tolist() == [0.5, 0.5]
    assert weighted_sum(*alike).tolist() == [0.5, 0.5]


@pytest.mark.parametrize("method", [topsis, weighted_sum])
def test_unknown_values_are_refused(method: object) -> None:
    with pytest.raises(ValueError, match="every value"):
        method(np.array([[np.nan]]), np.ones(1), np.ones(1))  # type: ignore[operator]
