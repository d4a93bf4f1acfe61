"""One goal, body by body: what was typed, what stood there, and what of it is an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy

from shutaf.analysis.actors.voice import voice_of
from shutaf.analysis.situation import Situation, Stance
from shutaf.analysis.text.fold import fold
from shutaf.relations.lines import StanceLine
from shutaf.relations.stance_actions import StanceAnswer

CHOICES = (
    ("1", -4.0, gettext_lazy("against")), ("2", -2.0, gettext_lazy("rather against")), ("3", 0.0, gettext_lazy("neutral")),
    ("4", 2.0, gettext_lazy("rather for")), ("5", 4.0, gettext_lazy("for")), ("0", None, gettext_lazy("not known")),
)  # fmt: skip
"""Key to press, level, words. Ours: five words, evenly spaced on the scale of the sheet; as many on each side, so that no side is suggested."""

LEVELS: Mapping[str, float | None] = {key: level for key, level, _words in CHOICES}


class GoalForm(forms.Form):
    """What belongs to the whole sheet."""

    goal = forms.CharField(max_length=500, label=gettext_lazy("The goal"), widget=forms.TextInput(attrs={"dir": "auto"}))
    said_by = forms.CharField(
        max_length=300, required=False, label=gettext_lazy("Who says so, and in which role"),
        help_text=gettext_lazy("Name and role, such as head of the environment unit. It is kept with each answer."), widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One body in the sheet. ref, group, name; shown: key of the chosen answer; is_own: said by the body itself. was: "row ref|level" of what stood
    there. others: what further rows say, (key, who)."""

    ref: str
    group: str
    name: str
    shown: str
    is_own: bool
    was: str
    said_by: str
    others: tuple[tuple[str, str], ...]


def key_of(level: float) -> str:
    """The nearest answer to a level; between neutral and the rest a half counts as a side.

    >>> key_of(-3), key_of(-1), key_of(0), key_of(4)
    ('1', '2', '3', '5')
    """
    return "3" if level == 0 else ("1" if level <= -3 else "2") if level < 0 else ("5" if level >= 3 else "4")


def rows_of(
    situation: Situation,
    lines: tuple[StanceLine, ...],
    objective: str,
    refs: tuple[str, ...],
    typed: Mapping[str, str] | None,
    language: str,
) -> Iterator[Row]:
    """The latest row of each body stands in the sheet, the others below it. typed: what was sent, which stays."""
    told: dict[str, list[StanceLine]] = {}
    for line in lines:
        if fold(line.stance.objective) == fold(objective):
            told.setdefault(line.stance.body, []).append(line)
    for ref in refs:
        body, *rest = situation.body_by_ref[ref], *told.get(ref, [])
        last = rest[-1] if rest else None
        was = f"{last.ref}|{last.stance.level}" if last else ""
        shown = key_of(last.stance.level) if last else "0"
        is_own = last is not None and voice_of(situation, ref, last.stance.said_by) == "stated"
        others = tuple((key_of(one.stance.level), one.stance.said_by) for one in rest[:-1])
        if typed is not None:
            shown, is_own = typed.get(f"s:{ref}", shown), f"own:{ref}" in typed
        yield Row(ref, body.group_key, body.name_in(language), shown, is_own, was, last.stance.said_by if last else "", others)


def answers_of(typed: Mapping[str, str], situation: Situation, lines: tuple[StanceLine, ...], said_by: str) -> list[StanceAnswer]:
    """Only what was changed: another answer, or the body's own word where it was not. Keys nobody offered are as good as not sent."""
    by_ref = {line.ref: line.stance for line in lines}
    found = []
    for name in typed:
        ref = name.removeprefix("s:")
        key = typed[name]
        if name == ref or ref not in situation.body_by_ref or key not in LEVELS:
            continue
        was, _, level = typed.get(f"was:{ref}", "").partition("|")
        before = _number(level) if was else None
        is_own = f"own:{ref}" in typed
        if _is_same(by_ref.get(was), before, key, is_own, situation):
            continue
        if not was and key == "0":
            continue
        found.append(StanceAnswer(ref, LEVELS[key], ref if is_own else said_by, was, before))
    return found


def _is_same(row: Stance | None, before: float | None, key: str, is_own: bool, situation: Situation) -> bool:
    """Whether a row that was shown says the same as what was sent."""
    if row is None or before is None or key == "0" or key_of(before) != key:
        return False
    return (voice_of(situation, row.body, row.said_by) == "stated") == is_own


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
