"""Who gains what of an initiative, the municipality too; typed as lines and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shutaf.analysis.situation import MUNICIPALITY, Initiative, Situation
from shutaf.analysis.text.names import Names

MOST_LINES, MOST_LETTERS = 60, 500


@dataclass(frozen=True, slots=True)
class Gain:
    """who: ref of a body, or a group as written; "" for the municipality. what: "" where it is not written down."""

    who: str
    what: str
    is_municipality: bool = False


def gains_of(initiative: Initiative) -> tuple[Gain, ...]:
    """The municipality first, always; then the others in the order they were named."""
    what = dict(initiative.gains_what)
    others = dict.fromkeys((*initiative.gains, *(who for who in what if who != MUNICIPALITY)))
    return (Gain("", what.get(MUNICIPALITY, ""), True), *(Gain(who, what.get(who, "")) for who in others))


def written(initiative: Initiative, situation: Situation) -> str:
    """As lines "who: what", the municipality apart."""
    by_ref = situation.body_by_ref
    lines = []
    for gain in gains_of(initiative)[1:]:
        who = by_ref[gain.who].name if gain.who in by_ref else gain.who
        lines.append(f"{who}: {gain.what}" if gain.what else who)
    return "\n".join(lines)


def read(text: str, situation: Situation) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """(who gains, in order) and what each gains. A whole line that is a name is one, though a colon stands in it. Raises ValueError for too much."""
    names = Names()
    for body in situation.bodies:
        names.add(body.ref, (body.ref,), (body.name, *(name for _language, name in body.names)))
    lines = [line.strip() for line in text.replace("|", "\n").splitlines() if line.strip()]
    if len(lines) > MOST_LINES or any(len(line) > MOST_LETTERS for line in lines):
        raise ValueError("too much")
    gains: dict[str, str] = {}
    for line in lines:
        whole = names.find(line)
        who, _colon, what = (line, "", "") if whole else line.partition(":")
        gains[whole or names.find(who.strip()) or who.strip() or line] = what.strip()
    return tuple(gains), {who: what for who, what in gains.items() if what}
