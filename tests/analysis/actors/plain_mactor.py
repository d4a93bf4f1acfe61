"""MACTOR once more, in plain loops over lists, straight from the formulas: the second opinion of the tests."""

from __future__ import annotations

Matrix = list[list[float]]


def mdii(mdi: Matrix) -> Matrix:
    n = range(len(mdi))
    return [[mdi[i][j] + sum(min(mdi[i][k], mdi[k][j]) for k in n) for j in n] for i in n]


def mmdii(mdi: Matrix) -> Matrix:
    n = range(len(mdi))
    return [[0 if i == j else max(mdi[i][j], *(min(mdi[i][k], mdi[k][j]) for k in n)) for j in n] for i in n]


def forces(found: Matrix) -> tuple[list[float], list[float], list[float], list[float]]:
    """I, D, r, R."""
    n = range(len(found))
    influence = [sum(found[i][j] for j in n if j != i) for i in n]
    dependence = [sum(found[j][i] for j in n if j != i) for i in n]
    total = sum(influence)
    raw = [
        0 if influence[i] + dependence[i] == 0 else (influence[i] - found[i][i]) / total * influence[i] / (influence[i] + dependence[i])
        for i in n
    ]
    whole = sum(raw)
    return influence, dependence, raw, [0 if whole == 0 else len(found) * r / whole for r in raw]


def pairs(mao: Matrix, sign: int) -> Matrix:
    """CAA for sign 1, DAA for sign -1."""
    n = range(len(mao))
    return [
        [0 if i == j else sum((abs(a) + abs(b)) / 2 for a, b in zip(mao[i], mao[j], strict=True) if sign * a * b > 0) for j in n] for i in n
    ]


def convergence(caa: Matrix, daa: Matrix) -> float | None:
    agree, differ = sum(map(sum, caa)), sum(map(sum, daa))
    return 100 * agree / (agree + differ) if agree + differ else None


def ambivalence(caa: Matrix, daa: Matrix) -> list[float | None]:
    found: list[float | None] = []
    for agree, differ in zip(caa, daa, strict=True):
        whole = sum(agree) + sum(differ)
        found.append(1 - sum(abs(a - b) for a, b in zip(agree, differ, strict=True)) / whole if whole else None)
    return found
