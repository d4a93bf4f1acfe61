"""Forms of the place and of the map's basis."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf.analysis.situation import MapBasis, Place, Situation, Word
from shutaf.imports.problem import Problem
from shutaf.imports.words import split
from shutaf.reports.wording.problems import said_here
from shutaf.web.pages.place.themed import initial_rows, row_fields, rows_in, words_of
from shutaf.web.parts.long_select import LongChoice, LongSelectMultiple
from shutaf.web.parts.sheet_form import SheetForm, initial_of

NAMES = ("name_he", "name_ar", "name_en", "name_de")
THEMED = ("goals", "challenges")
MOST_CHARACTERS = {"name": 300, "country": 100, "currency": 10, **dict.fromkeys(NAMES, 300)}
MOST_LINES, LONGEST_LINE, MOST_PEOPLE = 60, 300, 10_000_000_000
LISTS = ("population_groups", "neighbourhoods", "economy", "anchor_institutions", "assets")


class PlaceForm(SheetForm):
    """known: the place as it is; what the form does not change keeps its text as written."""

    sheet = "place"
    common = ("name", "goals", "population")
    more = ("challenges", *LISTS, "cluster_1_10", "country", "currency", *NAMES)

    def __init__(self, data: Any = None, *, known: Place, language: str) -> None:
        super().__init__(data, language=language, initial=place_initial(known))
        self.known = known
        self.rows = {key: rows_in(key, data, getattr(known, key)) for key in THEMED}
        for key in THEMED:
            del self.fields[f"{key}_own"]
            for number in range(self.rows[key]):
                self.fields |= row_fields(key, number, language)
        for key in LISTS:
            self.fields[key].widget = forms.Textarea(attrs={"dir": "auto", "rows": 3, "aria-describedby": f"id_{key}_helptext"})
            self.fields[key].help_text = _("One a line.") + " " + str(self.fields[key].help_text)

        for key, most in MOST_CHARACTERS.items():
            self.fields[key].validators.append(MaxLengthValidator(most))

    def own_rows(self, key: str) -> list[tuple[Any, Any]]:
        """Pairs of fields: own words, theme."""
        return [(self[f"{key}_text_{number}"], self[f"{key}_theme_{number}"]) for number in range(self.rows[key])]

    def goal_rows(self) -> list[tuple[Any, Any]]:
        return self.own_rows("goals")

    def challenge_rows(self) -> list[tuple[Any, Any]]:
        return self.own_rows("challenges")

    @property
    def has_own_goals(self) -> bool:
        return any(text.value() for text, _theme in self.goal_rows())

    @property
    def has_own_challenges(self) -> bool:
        return any(text.value() for text, _theme in self.challenge_rows())

    def further_fields(self) -> list[Any]:
        """What is folded, without the challenges, which have rows of their own."""
        return [bound for bound in self.more_fields() if bound.name != "challenges"]

    @property
    def has_folded_errors(self) -> bool:
        return any(
            self.errors.get(name) for name in self.fields if name not in ("name", "goals", "population") and not name.startswith("goals_")
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if (data.get("population") or 0) > MOST_PEOPLE:
            facts = {"text": str(data["population"]), "low": 0, "high": MOST_PEOPLE}
            self.add_error("population", said_here(Problem("number.outside", "error", facts=facts), isolate=True))
        for key in LISTS:
            if isinstance(data.get(key), tuple):
                lines = [line.strip() for word in data[key] for line in word.text.splitlines() if line.strip()]
                data[key] = tuple(Word(line) for line in dict.fromkeys(lines))
                if len(data[key]) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
                    said = _("At most {lines} lines, each of at most {characters} characters.")
                    self.add_error(key, said.format(lines=MOST_LINES, characters=LONGEST_LINE))
        return data

    def values(self) -> dict[str, Any]:
        found = super().values()
        known = dict(self.known.names)
        typed = {key.removeprefix("name_"): found.pop(key) for key in NAMES}
        found["names"] = tuple((code, name) for code, name in {**known, **typed}.items() if name)
        for key in THEMED:
            found[key] = words_of(key, self.cleaned_data, self.rows[key], getattr(self.known, key), self.language)
        return found


class MapForm(SheetForm):
    sheet = "map"
    more = ("as_of",)

    basis = forms.ChoiceField(
        label=gettext_lazy("How did the ties become known?"), widget=forms.RadioSelect,
        choices=(
            ("reported", gettext_lazy("A few people wrote down what they know")), ("surveyed", gettext_lazy("The bodies answered for themselves")),
        ),
    )  # fmt: skip
    informants = forms.CharField(
        label=gettext_lazy("Who told us"),
        help_text=gettext_lazy("Names or bodies, separated by |"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    asked = LongChoice(
        label=gettext_lazy("Which bodies answered for their own ties"), required=False, widget=LongSelectMultiple(attrs={"size": 8})
    )

    def __init__(self, *args: Any, situation: Situation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.situation = situation
        self.fields["asked"].choices = [(body.ref, body.name_in(self.language)) for body in situation.bodies]  # type: ignore[attr-defined]

    def common_fields(self) -> list[Any]:
        return [self["basis"], self["informants"], self["asked"]]

    def values(self) -> dict[str, Any]:
        refs = {person.name: person.ref for person in self.situation.people} | {body.name: body.ref for body in self.situation.bodies}
        informants = tuple(refs.get(text, text) for text in split(self.cleaned_data["informants"]))
        return super().values() | {
            "basis": self.cleaned_data["basis"],
            "informants": informants,
            "asked": tuple(self.cleaned_data["asked"]),
        }


def place_initial(place: Place) -> dict[str, Any]:
    found = initial_of(place, ("name", "population", "cluster_1_10", "country", "currency"))
    for key in THEMED:
        found |= initial_rows(key, getattr(place, key))
    found |= {f"name_{language}": name for language, name in place.names}
    return found | {key: "\n".join(_escaped(word.text) for word in getattr(place, key)) for key in LISTS}


def _escaped(text: str) -> str:
    """A sign that separates values stands for itself."""
    return text.replace("|", "\\|").replace(";", "\\;")


def map_initial(basis: MapBasis, situation: Situation) -> dict[str, Any]:
    named = {ref: person.name for ref, person in situation.person_by_ref.items()} | {
        ref: body.name for ref, body in situation.body_by_ref.items()
    }
    return {
        "basis": basis.basis, "informants": " | ".join(named.get(who, who) for who in basis.informants), "asked": list(basis.asked), "as_of": basis.as_of,
    }  # fmt: skip
