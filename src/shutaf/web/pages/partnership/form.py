"""The form of a partnership."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import SECTORS, TYPOLOGIES, Situation, Word
from shutaf.imports.words import split
from shutaf.imports.words import word as read_word
from shutaf.partnerships.paths import PartnershipFacts
from shutaf.web.parts.long_select import LongChoice, LongSelect, LongSelectMultiple
from shutaf.web.parts.sheet_form import WordsField

STARTERS = ("department", *SECTORS)
"""Who may begin: the municipality itself, or any sector."""


class PartnershipForm(forms.Form):
    """Three fields stand open, the rest is folded."""

    def __init__(self, *args: Any, language: str, situation: Situation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.language, self.situation = language, situation
        bodies = sorted(((body.ref, body.name_in(language)) for body in situation.bodies), key=lambda one: one[1].casefold())
        self.fields["name"] = forms.CharField(
            label=_("Name"), max_length=300, help_text=_("What people will call it, for example: From main street to green street."),
            widget=forms.TextInput(attrs={"dir": "auto"}),
        )  # fmt: skip
        self.fields["goals"] = WordsField(
            label=_("Goals"), required=False, help_text=_("What it is for. Without goals nobody can see who is missing."),
            choices=[(one.key, one.names[language]) for one in content.entries("theme")],
        )  # fmt: skip
        self.fields["goals_own"] = forms.CharField(
            label=_("Goals in your own words"), required=False, max_length=2000, help_text=_("Separated by |"),
            widget=forms.TextInput(attrs={"dir": "auto"}),
        )  # fmt: skip
        self.fields["initiator_group"] = forms.ChoiceField(
            label=_("Who began it"), required=False, help_text=_("Any sector may begin. It decides what the municipality must hear early."),
            choices=[("", _("not said yet")), *((key, _starter(key, language)) for key in STARTERS)],
        )  # fmt: skip
        self.fields["initiator_body"] = forms.ChoiceField(
            label=_("Which body"), required=False, choices=[("", "–"), *bodies], widget=LongSelect
        )
        self.fields["typology"] = forms.ChoiceField(
            label=_("Partnership model"), required=False,
            choices=[("", _("not yet")), *((key, content.say("typology", key, language)) for key in TYPOLOGIES)],
        )  # fmt: skip
        self.fields["partners"] = LongChoice(
            label=_("Partners"), required=False, choices=bodies, widget=LongSelectMultiple(attrs={"size": 8}),
            help_text=_("Bodies that said they take part. Whoever is only to be invited is marked on the body's own page."),
        )  # fmt: skip
        self.fields["state"] = forms.ChoiceField(
            label=_("State"), choices=[(one.key, one.names[language]) for one in content.entries("partnership_state")]
        )
        for key, field in self.fields.items():
            if field.help_text:
                field.widget.attrs.setdefault("aria-describedby", f"id_{key}_helptext")

    def common_fields(self) -> list[Any]:
        return [self[key] for key in ("name", "goals", "goals_own", "initiator_group", "initiator_body")]

    def more_fields(self) -> list[Any]:
        return [self[key] for key in ("typology", "partners", "state")]

    @property
    def has_folded_errors(self) -> bool:
        return any(bound.errors for bound in self.more_fields())

    def values(self) -> dict[str, Any]:
        """What was typed, as the row takes it. A body that was named says its sector, where nobody chose one."""
        data = self.cleaned_data
        body = self.situation.body_by_ref.get(data["initiator_body"])
        own = tuple(read_word(part, "theme") for part in split(data["goals_own"]))
        return {
            "name": data["name"],
            "goals": (*(Word(content.say("theme", key, self.language), key) for key in data["goals"]), *own),
            "initiator_group": body.group_key if body and body.group_key else data["initiator_group"],
            "initiator_body": data["initiator_body"],
            "typology": data["typology"],
            "partners": tuple(data["partners"]),
            "state": data["state"],
        }


def _starter(key: str, language: str) -> str:
    return _("the municipality itself") if key == "department" else content.say("sector", key, language)


def partnership_initial(found: PartnershipFacts) -> dict[str, Any]:
    return {
        "name": found.name,
        "goals": [word.key for word in found.goals if word.key],
        "goals_own": " | ".join(word.text for word in found.goals if not word.key),
        "initiator_group": found.initiator_group,
        "initiator_body": found.initiator_body,
        "typology": found.typology,
        "partners": list(found.partners),
        "state": found.state,
    }
