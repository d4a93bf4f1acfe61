"""MACTOR under every small study: plain loops agree, and names, order and doubling change nothing that they should not."""

from typing import Any

import numpy as np
import plain_mactor as plain
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.actors import Mactor, mactor
from shutaf.analysis.situation import Floats

LAWS = settings(derandomize=True, deadline=None, max_examples=60)


@st.composite
def studies(draw: st.DrawFn) -> tuple[Floats, Floats]:
    """Up to six actors and four objectives; also fractions, as a mean of raters gives them."""
    n, m, step = draw(st.integers(1, 6)), draw(st.integers(1, 4)), draw(st.sampled_from([1, 2, 3]))
    mdi = np.array(draw(st.lists(st.lists(st.integers(0, 4 * step), min_size=n, max_size=n), min_size=n, max_size=n)), dtype=float) / step
    mao = np.array(draw(st.lists(st.lists(st.integers(-4 * step, 4 * step), min_size=m, max_size=m), min_size=n, max_size=n)), dtype=float)
    np.fill_diagonal(mdi, 0)
    return mdi, mao / step


def same(found: Any, expected: Any) -> None:
    filled = np.array([[np.nan if cell is None else cell for cell in np.atleast_1d(np.array(row, dtype=object))] for row in np.atleast_1d(np.array(expected, dtype=object))], dtype=float)  # fmt: skip
    np.testing.assert_allclose(np.asarray(found, dtype=float).ravel(), filled.ravel(), rtol=0, atol=1e-9)


@LAWS
@given(studies())
def test_plain_loops_agree(study: tuple[Floats, Floats]) -> None:
    mdi, mao = study
    found = mactor(mdi, mao)
    rows = mdi.tolist()
    same(found.mdii, plain.mdii(rows))
    same(found.mmdii, plain.mmdii(rows))
    for ours, matrix in ((found.forces, plain.mdii(rows)), (found.best_ways, plain.mmdii(rows))):
        for mine, other in zip((ours.influence, ours.dependence, ours.raw, ours.competitiveness), plain.forces(matrix), strict=True):
            same(mine, other)
    strength = plain.forces(plain.mdii(rows))[3]
    three = [[strength[i] * cell for cell in row] for i, row in enumerate(mao.tolist())]
    for order, positions in zip(found.orders, (np.sign(mao).tolist(), mao.tolist(), three), strict=True):
        agree, differ = plain.pairs(positions, 1), plain.pairs(positions, -1)
        same(order.mao, positions)
        same(order.caa, agree)
        same(order.daa, differ)
        same(order.ambivalence, plain.ambivalence(agree, differ))
        same([order.convergence_percent], [plain.convergence(agree, differ)])


@LAWS
@given(studies(), st.randoms(use_true_random=False))
def test_relabelling_actors_relabels_every_figure(study: tuple[Floats, Floats], chance: Any) -> None:
    mdi, mao = study
    order = list(range(len(mdi)))
    chance.shuffle(order)
    one, two = mactor(mdi, mao), mactor(mdi[np.ix_(order, order)], mao[order])
    for key, value in one.figures().items():
        moved = two.figures()[key]
        if isinstance(value, float) or key.startswith(("mobilisation", "in_favour", "against")):
            np.testing.assert_allclose(moved, value, atol=1e-9)
        elif value.shape == mdi.shape and not key.startswith("mao"):
            np.testing.assert_allclose(moved, value[np.ix_(order, order)], atol=1e-9)
        else:
            np.testing.assert_allclose(moved, value[order], atol=1e-9)


@LAWS
@given(studies())
def test_objectives_written_twice_double_agreement_and_leave_shares(study: tuple[Floats, Floats]) -> None:
    mdi, mao = study
    one, two = mactor(mdi, mao), mactor(mdi, np.hstack([mao, mao]))
    for before, after in zip(one.orders, two.orders, strict=True):
        np.testing.assert_allclose(after.caa, 2 * before.caa, atol=1e-9)
        np.testing.assert_allclose(after.daa, 2 * before.daa, atol=1e-9)
        np.testing.assert_allclose(after.convergence_percent, before.convergence_percent)
        np.testing.assert_allclose(after.ambivalence, before.ambivalence, atol=1e-9)


@LAWS
@given(studies())
def test_all_against_instead_of_for_changes_no_agreement(study: tuple[Floats, Floats]) -> None:
    mdi, mao = study
    one, two = mactor(mdi, mao), mactor(mdi, -mao)
    for before, after in zip(one.orders, two.orders, strict=True):
        np.testing.assert_allclose(after.caa, before.caa)
        np.testing.assert_allclose(after.daa, before.daa)
        np.testing.assert_allclose(after.in_favour, -before.against)


@LAWS
@given(studies(), st.sampled_from([0.25, 0.5]))
def test_weaker_influences_in_proportion_leave_the_relation_of_forces(study: tuple[Floats, Floats], factor: float) -> None:
    mdi, mao = study
    one, two = mactor(mdi, mao), mactor(factor * mdi, mao)
    np.testing.assert_allclose(two.mdii, factor * one.mdii)
    np.testing.assert_allclose(two.forces.competitiveness, one.forces.competitiveness, atol=1e-9)
    np.testing.assert_allclose(two.best_ways.competitiveness, one.best_ways.competitiveness, atol=1e-9)


@LAWS
@given(studies())
def test_what_every_study_obeys(study: tuple[Floats, Floats]) -> None:
    found: Mactor = mactor(*study)
    n = len(found.mdi)
    for forces in (found.forces, found.best_ways):
        assert (forces.competitiveness >= 0).all()
        assert forces.competitiveness.sum() in (0, n) or abs(forces.competitiveness.sum() - n) < 1e-9
    assert (found.net_scale == -found.net_scale.T).all()
    assert (found.mmdii <= found.mdii + 1e-12).all()
    assert (found.mmdii >= found.mdi).all()
    for order in found.orders:
        for matrix in (order.caa, order.daa):
            assert (matrix == matrix.T).all()
            assert not matrix.diagonal().any()
        np.testing.assert_allclose(order.in_favour - order.against, order.mobilisation)
        np.testing.assert_allclose(order.involvement.sum(), order.mobilisation.sum())
        known = order.ambivalence[~np.isnan(order.ambivalence)]
        assert ((known >= 0) & (known <= 1)).all()


@LAWS
@given(studies())
def test_actor_that_touches_nobody_changes_nothing_but_the_mean(study: tuple[Floats, Floats]) -> None:
    mdi, mao = study
    n = len(mdi)
    one, two = mactor(mdi, mao), mactor(np.pad(mdi, ((0, 1), (0, 1))), np.pad(mao, ((0, 1), (0, 0))))
    np.testing.assert_allclose(two.forces.raw[:n], one.forces.raw)
    np.testing.assert_allclose(two.forces.competitiveness[:n] * n, one.forces.competitiveness * (n + 1))
    assert two.forces.competitiveness[n] == 0
    np.testing.assert_allclose(two.orders[1].caa[:n, :n], one.orders[1].caa)
