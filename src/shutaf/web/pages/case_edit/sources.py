"""From where was a part of a write-up filled, in words, with the address of that place?"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf import content


@dataclass(frozen=True, slots=True)
class Filled:
    """said: "step 6, joint planning: each partner's part"; address: of that page, "" when it has none."""

    said: str
    address: str = ""


def filled_from(source: str, *, workspace: str, partnership: str, language: str) -> Filled | None:
    """None for what was written by hand."""
    kind, _sign, which = source.partition(":")
    match kind:
        case "record":
            step_key, _dot, key = which.partition(".")
            step = content.step(step_key)
            said = _("{step}: {field}").format(step=step.names[language], field=step.field(key).label[language])
            return Filled(said, reverse("step", args=[workspace, partnership, step_key]) if partnership else "")
        case "offer":
            return Filled(_("an offer that is tied to the initiative"), reverse("exchange", args=[workspace]))
        case "call":
            return Filled(_("the open invitation"), reverse("calls", args=[workspace]))
        case "file":
            return Filled(_("a file that was taken in"))
    return None
