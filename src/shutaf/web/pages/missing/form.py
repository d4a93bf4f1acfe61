"""The body that fills a gap: a name, and what the suggestion knows of it already."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.actors.roles import ROLES
from shutaf.analysis.situation import NOTHING, Finding, Word
from shutaf.web.parts.long_select import LongSelect


class AddForm(forms.Form):
    """finding: the suggestion it answers. What the suggestion is about is written into the new body: its theme, group, neighbourhood or kind."""

    name = forms.CharField(max_length=300)
    sector = forms.ChoiceField(required=False, widget=LongSelect)
    kind = forms.ChoiceField(required=False, widget=LongSelect)

    def __init__(self, data: Any = None, *, finding: Finding, language: str, number: str) -> None:
        role = _role(finding)
        kinds: tuple[str, ...] = role.kinds if role else ()
        initial = {"name": finding.facts.get("name", ""), "sector": _sector(finding), "kind": kinds[0] if len(kinds) == 1 else ""}
        super().__init__(data, initial=initial, auto_id=f"{number}-%s")
        self.finding, self.language = finding, language
        self.fields["name"].label = _("Name of the body")
        self.fields["name"].widget.attrs |= {"dir": "auto", "autocomplete": "off"}
        self.fields["sector"].label = _("Sector")
        self.fields["sector"].choices = [("", _("not known")), *_choices("sector", language)]  # type: ignore[attr-defined]
        self.fields["kind"].label = _("Kind")
        self.fields["kind"].choices = [("", _("not known")), *(pair for pair in _choices("body_kind", language) if pair[0] in kinds)]  # type: ignore[attr-defined]
        if not kinds:
            del self.fields["kind"]

    def values(self) -> dict[str, Any]:
        """The fields of the new body."""
        data, facts = self.cleaned_data, self.finding.facts
        found: dict[str, Any] = {"name": data["name"], "sector": self._word("sector", data["sector"])}
        if data.get("kind"):
            found["kind"] = content.say("body_kind", data["kind"], self.language)
        if self.finding.key in ("goal_without_body", "goal_one_sector", "challenge_without_body"):
            found["themes"] = (self._word("theme", facts["about"] if "about" in facts else facts["bodies"].about[0]),)
        if self.finding.key == "group_without_body":
            found["population_groups"] = (Word(facts["group"]),)
        if self.finding.key == "neighbourhood_without_body":
            found["neighbourhood"] = facts["neighbourhood"]
        return found

    def _word(self, list_key: str, key: str) -> Word:
        return Word(content.say(list_key, key, self.language), key) if key else NOTHING


def _role(finding: Finding) -> Any:
    if finding.key != "role_without_body":
        return None
    return next(role for role in ROLES[finding.facts["typology"]] if role.key == finding.facts["role"])


def _sector(finding: Finding) -> str:
    if finding.key in ("sector_missing", "sector_thin"):
        return str(finding.facts["sector"])
    if finding.key == "goal_one_sector":
        return str(finding.facts["ask_sector"])
    role = _role(finding)
    return role.sectors[0] if role and len(role.sectors) == 1 else ""


def _choices(list_key: str, language: str) -> list[tuple[str, str]]:
    return [(entry.key, entry.names[language]) for entry in content.entries(list_key)]
