"""What is a body called in a map without names? By its sector and theme, and a running number: "environmental NGO 2"."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Body


def neutral_name(body: Body, number: int, language: str) -> str:
    """A label that says what kind of body it is and nothing else."""
    with translation.override(language):
        return f"{neutral_kind(body, language)} {number}"


def neutral_kind(body: Body, language: str) -> str:
    """Sector, and the first theme of the list where one is known: "civil society, waste"."""
    group = body.group_key
    sector = content.say("department" if group == "department" else "sector", group, language) if group else _("body of unknown sector")
    theme = next((word.key for word in body.themes if word.key), "")
    return f"{sector}, {content.say('theme', theme, language)}" if theme and group != "department" else sector
