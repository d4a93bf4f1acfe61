"""How is what somebody said told back to them, and to the editor who reads it? One line each: what it is about, and what was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.intake.said import SaidFacts

LEVELS_SAID: Mapping[str, str] = {"works": N_("works with"), "knows": N_("knows"), "none": N_("does not"), "": N_("not known")}


@dataclass(frozen=True, slots=True)
class SaidLine:
    """kind: what it is; about: its name, as written; more: what was said of it. state: waits, accepted, declined; reason: why declined."""

    kind: str
    about: str
    more: str
    at: datetime
    state: str
    reason: str
    is_tie: bool = False


def kind_said(target: str, fields: Mapping[str, Any], *, is_department: bool = False) -> str:
    """What a proposal is, as a title. is_department: of the body that said it."""
    match target:
        case "exchange.resource":
            return (_("A need") if fields["side"] == "need" else _("An offer")) if "side" in fields else _("Needs and offers")
        case "bodies.person":
            return _("Contact")
        case "relations.tie":
            return _("A tie")
        case "bodies.opportunity":
            return _("An opportunity")
        case "bodies.runningaction":
            return _("A running action")
    return _("About the department") if is_department else _("About the body itself")


def tie_said(fields: Mapping[str, Any]) -> str:
    """What was said of one tie, in a few words."""
    level = _(LEVELS_SAID.get(fields.get("level", ""), ""))
    quality = _("quality {n} of 5").format(n=fields["quality_1_5"]) if fields.get("quality_1_5") else ""
    return ", ".join(filter(None, (level, quality)))


def said_lines(said: Iterable[SaidFacts], names: Mapping[str, str], *, is_department: bool = False) -> list[SaidLine]:
    """names: of the bodies that may be named, by ref; a tie with another one is told without its name."""
    return [
        SaidLine(kind_said(one.target, one.fields, is_department=is_department), _about(one, names),
                 tie_said(one.fields) if one.target == "relations.tie" else "", one.at, one.state, one.reason, one.target == "relations.tie")
        for one in said
    ]  # fmt: skip


def _about(one: SaidFacts, names: Mapping[str, str]) -> str:
    if one.target == "relations.tie":
        return names.get(str(one.fields.get("with", "")), "")
    return str(one.fields.get("title") or one.fields.get("name") or "")
