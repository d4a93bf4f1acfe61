"""How is what an initiative requires typed: one thing a line, in the reader's words?"""

from __future__ import annotations

from shutaf import content
from shutaf.analysis.situation import Requirement
from shutaf.imports.amounts import requirement
from shutaf.imports.values import UnreadableError
from shutaf.imports.words import split


def read_all(text: str) -> tuple[Requirement, ...]:
    """A line, or a part between bars, each. Raises UnreadableError for one that cannot be read."""
    return tuple(requirement(part) for line in text.splitlines() for part in split(line))


def written(one: Requirement, language: str) -> str:
    """In the reader's words where these read back as the same, else as it was written."""
    kind = content.say("resource", one.kind.key, language) if one.kind.key else one.kind.text
    if one.amount is None:
        return kind
    plain = f"{one.kind.text or one.kind.key}: {one.amount.value} {one.amount.unit}".strip()
    unit = next((unit for unit in content.units() if unit.key == one.amount.unit), None)
    said = f"{kind}: {one.amount.value} {unit.names[language] if unit else one.amount.unit}".strip()
    try:
        return said if meant(requirement(said)) == meant(one) else plain
    except UnreadableError:
        return plain


def meant(one: Requirement) -> tuple[object, ...]:
    """Two that mean the same are the same, in whatever words."""
    amount = (one.amount.value, one.amount.unit) if one.amount else None
    return one.kind.key or one.kind.text, amount
