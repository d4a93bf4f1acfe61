"""MACTOR: every matrix of the Paris airports study, a study counted by hand, and what is refused."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from shutaf.analysis.actors import Mactor, ambivalence, balance, caa, convergence_percent, daa, mactor, mdii, mmdii, net_scale, plane

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "mactor_paris_airport.json").read_text(encoding="utf-8"))
EXPECTED = ORACLE["expected"]

OF_FIGURE = {
    "mdii": "MDII", "influence": "Ii", "dependence": "Di", "feedback": "feedback_diag", "competitiveness_raw": "ri_raw", "competitiveness": "Ri",
    "mmdii": "MMDII", "mmdii_influence": "MMDII_Ii", "mmdii_dependence": "MMDII_Di", "mmdii_competitiveness": "Qi", "net_scale": "NS", "net_scale_sum": "NS_row_sum",
    **{f"mao_{x}": f"{x}MAO" for x in (1, 3)}, **{f"caa_{x}": f"{x}CAA" for x in (1, 2, 3)}, **{f"daa_{x}": f"{x}DAA" for x in (1, 2, 3)},
    **{f"ambivalence_{x}": f"ambivalence_{x}" for x in (1, 2, 3)}, **{f"convergence_percent_{x}": f"degree_of_convergence_pct_{x}" for x in (1, 2, 3)},
}  # fmt: skip
"""Our key of a figure, and the oracle's."""


@pytest.fixture(scope="module")
def paris() -> Mactor:
    return mactor(ORACLE["mdi"], ORACLE["mao"])


@pytest.mark.parametrize("key", OF_FIGURE)
def test_paris_airports_study(paris: Mactor, key: str) -> None:
    np.testing.assert_allclose(paris.figures()[key], EXPECTED[OF_FIGURE[key]], rtol=0, atol=1e-9)


@pytest.mark.parametrize("order", ["1", "2", "3"])
def test_paris_airports_mobilisation(paris: Mactor, order: str) -> None:
    found = paris.figures()
    np.testing.assert_allclose(found[f"involvement_{order}"], EXPECTED["mobilisation_by_actor"][order], atol=1e-9)
    np.testing.assert_allclose(found[f"in_favour_{order}"], EXPECTED["agreement_by_objective"][order], atol=1e-9)
    np.testing.assert_allclose(found[f"against_{order}"], EXPECTED["disagreement_by_objective"][order], atol=1e-9)
    np.testing.assert_allclose(found[f"mobilisation_{order}"], np.abs(paris.orders[int(order) - 1].mao).sum(axis=0))
    np.testing.assert_allclose(np.sum(found[f"caa_{order}"], axis=1), EXPECTED[f"{order}CAA_row_sum"], atol=1e-9)
    np.testing.assert_allclose(np.sum(found[f"daa_{order}"], axis=1), EXPECTED[f"{order}DAA_row_sum"], atol=1e-9)


def test_every_figure_stands_in_the_reference_and_no_other(paris: Mactor) -> None:
    page = (Path(__file__).parents[3] / "docs/reference/mactor.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page[page.index("| Key (also of") :].splitlines()[2:] if line.startswith("|")]
    told = {key for row in rows for key in re.findall(r"`(\w+)`", row)} - {"_3", "dominant", "autonomous"}
    told |= {f"{key[:-1]}{order}" for key in told if key.endswith("_1") for order in "123"}
    assert told >= set(paris.figures())
    assert {key for key in told if key[-2:] not in ("_1", "_2", "_3")} == {
        key for key in paris.figures() if key[-2:] not in ("_1", "_2", "_3")
    }


def test_neither_of_the_other_readings_of_the_relation_of_forces(paris: Mactor) -> None:
    for reading in ORACLE["other_readings_of_competitiveness"].values():
        assert np.abs(paris.forces.competitiveness - reading).max() > 0.01


def test_second_order_of_positions_is_the_input_and_the_mean_strength_is_one(paris: Mactor) -> None:
    assert paris.orders[1].mao.tolist() == ORACLE["mao"]
    assert paris.forces.competitiveness.mean() == pytest.approx(1)
    assert paris.best_ways.competitiveness.mean() == pytest.approx(1)
    assert set(OF_FIGURE) < set(paris.figures())


def test_three_actors_counted_by_hand() -> None:
    """A acts on B by 3, B on C by 2, C on A by 1: C reaches B through A by 1, A reaches C through B by 2, B reaches A through C by 1."""
    found = mactor([[0, 3, 0], [0, 0, 2], [1, 0, 0]], [[2, 0], [-1, 1], [3, -4]])
    assert found.mdii.tolist() == [[0, 3, 2], [1, 0, 2], [1, 1, 0]]
    assert found.mmdii.tolist() == [[0, 3, 2], [1, 0, 2], [1, 1, 0]]
    assert found.forces.influence.tolist() == [5, 3, 2]
    assert found.forces.dependence.tolist() == [2, 4, 4]
    np.testing.assert_allclose(found.forces.raw, [5 / 10 * 5 / 7, 3 / 10 * 3 / 7, 2 / 10 * 2 / 6])
    assert found.net_scale.tolist() == [[0, 2, 1], [-2, 0, 1], [-1, -1, 0]]
    second = found.orders[1]
    assert second.caa.tolist() == [[0, 0, 2.5], [0, 0, 0], [2.5, 0, 0]]
    assert second.daa.tolist() == [[0, 1.5, 0], [1.5, 0, 4.5], [0, 4.5, 0]]
    assert second.convergence_percent == pytest.approx(100 * 5 / 17)
    assert second.ambivalence.tolist() == [0, 0, 0]
    assert (second.mobilisation.tolist(), second.involvement.tolist()) == ([6, 5], [2, 2, 7])


def test_influence_that_only_comes_back_is_feedback() -> None:
    """Two that hold each other alike: all of their influence comes back, and no relation of forces is left to compute."""
    found = mactor([[0, 1], [1, 0]], [[1], [-1]])
    assert found.forces.feedback.tolist() == [1, 1]
    assert found.forces.raw.tolist() == found.forces.competitiveness.tolist() == [0, 0]
    assert found.best_ways.competitiveness.tolist() == [1, 1]


def test_actor_without_influence_and_dependence_has_strength_zero() -> None:
    """As actor A11 of the study of Niger: it takes no part in the third order."""
    found = mactor([[0, 3, 0], [1, 0, 0], [0, 0, 0]], [[2], [-2], [4]])
    assert found.forces.competitiveness[2] == 0
    assert found.forces.competitiveness.sum() == pytest.approx(3)
    assert found.orders[2].mao[2].tolist() == [0]
    assert np.isnan(found.orders[2].ambivalence[2])
    assert found.orders[1].ambivalence[2] == 0


def test_all_zeros_give_zeros_and_nothing_undefined_but_convergence_and_ambivalence() -> None:
    figures = mactor(np.zeros((3, 3)), np.zeros((3, 2))).figures()
    undefined = {key for key, value in figures.items() if np.isnan(value).any()}
    assert undefined == {f"{name}_{order}" for name in ("convergence_percent", "ambivalence") for order in (1, 2, 3)}
    assert all(not np.any(np.nan_to_num(value)) for value in figures.values())


def test_single_actor_single_objective_and_nobody() -> None:
    alone = mactor([[0]], [[3]])
    assert (alone.forces.competitiveness.tolist(), alone.orders[1].mobilisation.tolist()) == ([0], [3])
    assert np.isnan(alone.orders[1].convergence_percent)
    assert mactor([], []).mdii.shape == (0, 0)
    assert mactor([], []).orders[0].mao.shape == (0, 0)
    assert mactor(np.zeros((0, 0)), np.zeros((0, 3))).orders[0].mobilisation.tolist() == [0, 0, 0]
    without_objectives = mactor([[0, 1], [2, 0]], np.zeros((2, 0)))
    assert np.isnan(without_objectives.orders[0].ambivalence).all()


def test_diagonal_is_not_read() -> None:
    filled = np.array(ORACLE["mdi"], dtype=float)
    np.fill_diagonal(filled, [1, 2, 3, 4, np.nan, 99])
    assert mactor(filled, ORACLE["mao"]).mdii.tolist() == EXPECTED["MDII"]
    assert mactor(filled, ORACLE["mao"]).mdi.tolist() == ORACLE["mdi"]
    assert mmdii(filled).tolist() == EXPECTED["MMDII"]
    assert np.isnan(filled[4, 4])


@pytest.mark.parametrize(
    ("mdi", "mao", "said"),
    [
        ([[0, 5], [1, 0]], [[1], [1]], r"mdi\[0, 1\] is 5: each cell must be a number from 0 \(none\) to 4"),
        ([[0, 1], [-1, 0]], [[1], [1]], r"mdi\[1, 0\] is -1"),
        ([[0, np.nan], [np.nan, 0]], [[1], [1]], r"mdi\[0, 1\] is not known \(NaN\) \(2 such cells\)"),
        ([[0, 1], [1, 0]], [[1], [np.nan]], r"mao\[1, 0\] is not known \(NaN\): each cell must be a number from -4"),
        (
            [[0, 1], [1, 0]],
            [[1], [-4.5]],
            r"^mao\[1, 0\] is -4.5: each cell must be a number from -4 \(strongly against\) to 4 \(strongly for\)$",
        ),
        ([[0, 1, 2], [1, 0, 2]], [[1], [1]], r"^mdi must have a row and a column for each actor; its shape is \(2, 3\)$"),
        ([1, 2], [[1], [1]], r"^mdi must have a row and a column for each actor; its shape is \(2,\)$"),
        ([[0, 1], [1, 0]], [[1]], r"^mao must have a row for each of the 2 actors and a column for each objective; its shape is \(1, 1\)$"),
        ([[0, 1], [1, 0]], [1, 2], r"its shape is \(2,\)"),
        ([[0, 1], [1]], [[1], [1]], r"^mdi must be a matrix of numbers, every row of one length$"),
        ([[0, 1], [1, 0]], [[1, 2], [1]], r"^mao must be a matrix of numbers, every row of one length$"),
        ([["x", "y"], [1, 0]], [[1], [1]], "a matrix of numbers"),
        (np.zeros((501, 501)), np.zeros((501, 1)), "501 actors"),
        ([[0, np.inf], [1, 0]], [[1], [1]], r"mdi\[0, 1\] is inf"),
    ],
)
def test_what_it_is_not_defined_for_is_refused_with_the_cell(mdi: object, mao: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        mactor(mdi, mao)  # type: ignore[arg-type]


def test_ends_of_both_scales_are_read() -> None:
    found = mactor([[0, 4], [0, 0]], [[4], [-4]])
    assert found.mdi[0, 1] == 4
    assert found.orders[1].mao.tolist() == [[4], [-4]]
    assert mactor(np.zeros((500, 500)), np.zeros((500, 1))).mdii.shape == (500, 500)


def test_parts_refuse_what_is_no_matrix_of_numbers() -> None:
    for wrong in ([[0, -1], [0, 0]], [[0, np.inf], [0, 0]], [[0, np.nan], [0, 0]]):
        with pytest.raises(ValueError, match=r"^influences must be numbers of 0 and up$"):
            balance(wrong)
    for wrong, shape in (([[1, 2]], r"\(1, 2\)"), ([1, 2], r"\(2,\)")):
        with pytest.raises(ValueError, match=f"^influences must have a row and a column for each actor; its shape is {shape}$"):
            balance(wrong)
    for part in (caa, daa):
        for unread in ([[np.nan, 1]], [1, 2]):
            with pytest.raises(
                ValueError, match=r"^mao must have a row for each actor and a column for each objective, each cell a number$"
            ):
                part(unread)


def test_plane_is_cut_at_the_means_and_the_mean_is_high() -> None:
    assert plane([8, 8, 1, 1], [1, 8, 1, 8]).tolist() == ["dominant", "relay", "autonomous", "dominated"]
    assert plane([0.1] * 7, [0.3] * 7).tolist() == ["relay"] * 7
    assert plane([], []).tolist() == []
    assert plane([1, 1 + 1e-6], [0, 0]).tolist() == ["dominated", "relay"]


def test_measures_of_nothing_shared_are_none() -> None:
    assert np.isnan(convergence_percent(np.zeros((2, 2)), np.zeros((2, 2))))
    assert convergence_percent([[0, 0.25], [0.25, 0]], [[0, 0.25], [0.25, 0]]) == 50
    assert np.isnan(ambivalence(np.zeros((2, 2)), np.zeros((2, 2)))).all()
    assert ambivalence([[0, 1, 0], [1, 0, 0], [0, 0, 0]], [[0, 1, 0], [1, 0, 2], [0, 2, 0]])[:2].tolist() == [1, 0.5]


def test_input_is_left_as_it_was() -> None:
    given, wanted = np.array([[7.0, 1], [2, 7]]), np.array([[1.0], [2]])
    found = mactor(given, wanted)
    found.mdi[0, 1] = found.orders[1].mao[0, 0] = 99
    assert given.tolist() == [[7, 1], [2, 7]]
    assert wanted.tolist() == [[1], [2]]


def test_whole_numbers_of_any_kind_are_read_as_numbers() -> None:
    small = np.array([[0, 1], [3, 0]], dtype=np.uint8)
    assert net_scale(small).tolist() == [[0, -2], [2, 0]]
    assert balance([[0, 1], [3, 0]]).competitiveness.tolist() == balance(small).competitiveness.tolist() == [0.2, 1.8]
    assert daa(np.array([[2], [-1]], dtype=np.int8)).tolist() == [[0, 1.5], [1.5, 0]]
    assert caa(np.array([[2], [1]], dtype=np.uint8)).tolist() == [[0, 1.5], [1.5, 0]]
    one, other = np.array([[0, 1], [1, 0]], dtype=np.uint8), np.array([[0, 3], [3, 0]], dtype=np.uint8)
    assert ambivalence(one, other).tolist() == [0.5, 0.5]
    assert plane(np.array([True, False]), [0, 0]).tolist() == ["relay", "dominated"]


def test_net_scale_of_a_plain_matrix() -> None:
    assert net_scale(mdii([[0, 3], [1, 0]])).tolist() == [[0, 2], [-2, 0]]


def test_no_figure_is_a_negative_zero() -> None:
    """-0.0 equals 0.0 and is printed as -0, which nobody can read."""
    for influences in (np.zeros((2, 2)), [[0, 2], [1, 0]]):
        for key, value in mactor(influences, [[-1, 0.0, 3], [2, -0.0, 1]]).figures().items():
            zeros = np.atleast_1d(value) == 0
            assert not np.signbit(np.atleast_1d(value)[zeros]).any(), key
