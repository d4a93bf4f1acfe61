"""How many of power, legitimacy and urgency does each actor have, and which class do Mitchell, Agle and Wood give that?

The class names are the authors'. They stay inside the library: no page, report or command line prints them (docs/explain/decisions/013).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from shutaf.analysis.actors.power_interest import Texts
from shutaf.analysis.situation import Floats, Ints

CLASSES: Final = (
    "non-stakeholder", "dormant", "discretionary", "dominant", "demanding", "dangerous", "dependent", "definitive",
)  # fmt: skip
"""The published classes in lower case, by power + 2 legitimacy + 4 urgency."""

GROUPS: Final = ("none", "latent", "expectant", "definitive")
"""The published groups in lower case, by the number of attributes."""

LOWEST, HIGHEST = 1.0, 5.0
"""The scale of scored attributes."""

WORDS: Final = {"yes": 1.0, "no": 0.0, "unknown": np.nan, "": np.nan}


@dataclass(frozen=True)
class Salience:
    """The three answers of each actor taken together.

    attributes: (n,) how many of the three it has, 0 .. 3; NaN where one is not known. fewest, most: (n,) int32, the same if every unknown
    answer were a no, or a yes. kind: (n,) text, one of CLASSES; group: (n,) text, one of GROUPS; both "" where one answer is not known.
    possible: for each actor every class that its known answers allow.
    cut: from which score up an attribute counted as there; None where the answers were yes and no.
    """

    attributes: Floats
    fewest: Ints
    most: Ints
    kind: Texts
    group: Texts
    possible: tuple[tuple[str, ...], ...]
    cut: float | None = None


def salience(power: npt.ArrayLike, legitimacy: npt.ArrayLike, urgency: npt.ArrayLike) -> Salience:
    """How many of the three attributes each actor is seen to have.

    power, legitimacy, urgency: (n,), each 1 or True (yes), 0 or False (no), NaN or None (not known), or the words "yes", "no", "unknown".
    Attributes are perceived and change: store the date and who rated beside the answers.
    Returns a Salience. Raises ValueError where lengths differ or an answer is neither yes, no nor unknown.
    Source: Mitchell, Agle & Wood 1997, AMR 22(4), 853-886. Ours: what is said of an unknown answer (the number as a range, every class it leaves possible).

    >>> found = salience([1, 1, 0], [1, 0, 0], [1, float("nan"), 0])
    >>> found.kind.tolist(), found.attributes.tolist(), found.possible[1]
    (['definitive', '', 'non-stakeholder'], [3.0, nan, 0.0], ('dormant', 'dangerous'))
    """
    answers = _together(_answers, power=power, legitimacy=legitimacy, urgency=urgency)
    return _classed(answers)


def salience_scored(power: npt.ArrayLike, legitimacy: npt.ArrayLike, urgency: npt.ArrayLike, *, cut: float) -> Salience:
    """The same from scores of 1 .. 5: an attribute counts as there from the cut up.

    power, legitimacy, urgency: (n,) float64, 1 .. 5, NaN (or None) = not known. cut: 1 .. 5; a score on the cut counts as there. It has no
    default, for no publication gives one: it is your choice and belongs beside the result.
    Returns a Salience with `cut`. Raises ValueError where lengths differ, or a score or the cut is outside 1 .. 5.
    Source: as `salience`. Ours: a score on the cut counts, as on the grid of power and interest.

    >>> salience_scored([5, 3], [4, 2.9], [1, 3], cut=3).kind.tolist()
    ['dominant', 'dangerous']
    """
    if not LOWEST <= cut <= HIGHEST:
        raise ValueError("the cut must be between 1 and 5")
    scores = _together(_scores, power=power, legitimacy=legitimacy, urgency=urgency)
    return _classed(np.where(np.isnan(scores), np.nan, (scores >= cut).astype(np.float64)), float(cut))


def _classed(answers: Floats, cut: float | None = None) -> Salience:
    """answers: (3, n) of 1, 0 and NaN, in the order power, legitimacy, urgency."""
    is_known = ~np.isnan(answers).any(axis=0)
    fewest = np.nansum(answers, axis=0).astype(np.int32)
    most = (fewest + np.isnan(answers).sum(axis=0)).astype(np.int32)
    place = np.nan_to_num(answers).T @ np.array([1.0, 2.0, 4.0])
    kind = np.where(is_known, np.array(CLASSES)[place.astype(np.int32)], "")
    group = np.where(is_known, np.array(GROUPS)[fewest], "")
    attributes = np.where(is_known, fewest.astype(np.float64), np.nan)
    return Salience(attributes, fewest, most, kind, group, tuple(_possible(given) for given in answers.T), cut)


def _possible(given: Floats) -> tuple[str, ...]:
    """Every class that three answers allow, in the order of CLASSES."""
    bits = [[place >> shift & 1 for shift in range(3)] for place in range(8)]
    return tuple(
        name for name, each in zip(CLASSES, bits, strict=True) if all(np.isnan(g) or g == b for g, b in zip(given, each, strict=True))
    )


def _together(read: Callable[[str, npt.ArrayLike], Floats], **given: npt.ArrayLike) -> Floats:
    """The three columns, each read under its name, as (3, n)."""
    columns = {name: read(name, values) for name, values in given.items()}
    lengths = {name: len(values) for name, values in columns.items()}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise ValueError(f"each actor needs all three answers, NaN where not known; given are: {told}")
    return np.stack(list(columns.values()))


def _answers(name: str, values: npt.ArrayLike) -> Floats:
    raw = np.asarray(values)
    if raw.dtype.kind == "U":
        return _spoken(name, raw)
    answers = _column(name, raw)
    if (wrong := np.flatnonzero(~(np.isnan(answers) | (answers == 0) | (answers == 1)))).size:
        raise ValueError(f"{name}[{wrong[0]}] is {answers[wrong[0]]:g}: an answer is 1 (yes), 0 (no) or NaN (not known)")
    return answers


def _spoken(name: str, words: npt.NDArray[np.str_]) -> Floats:
    for place, word in enumerate(words.ravel().tolist()):
        if word not in WORDS:
            raise ValueError(f'{name}[{place}] is "{word}": an answer is yes, no or unknown')
    return _column(name, np.array([WORDS[word] for word in words.ravel().tolist()], dtype=np.float64).reshape(words.shape))


def _scores(name: str, values: npt.ArrayLike) -> Floats:
    scores = _column(name, np.asarray(values))
    if (wrong := np.flatnonzero(~(np.isnan(scores) | ((scores >= LOWEST) & (scores <= HIGHEST))))).size:
        raise ValueError(f"{name}[{wrong[0]}] is {scores[wrong[0]]:g}: a score is between 1 and 5, NaN where not known")
    return scores


def _column(name: str, values: npt.NDArray[np.generic]) -> Floats:
    column = np.asarray(values, dtype=np.float64)
    if column.ndim != 1:
        raise ValueError(f"{name} must be one list, one entry an actor")
    return column
