"""Forms of the place and of the map's basis."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shutaf.analysis.situation import MapBasis, Place, Situation, Word
from shutaf.imports.words import split
from shutaf.web.parts.sheet_form import SheetForm, initial_of


class PlaceForm(SheetForm):
    sheet = "place"
    common = ("name", "goals", "population")
    more = ("challenges", "assets", "population_groups", "cluster_1_10", "country", "currency")


class MapForm(SheetForm):
    sheet = "map"
    more = ("as_of",)

    basis = forms.ChoiceField(
        label=_("How did the ties become known?"), widget=forms.RadioSelect,
        choices=(("reported", _("A few people wrote down what they know")), ("surveyed", _("The bodies answered for themselves"))),
    )  # fmt: skip
    informants = forms.CharField(
        label=_("Who told us"),
        help_text=_("Names or bodies, separated by |"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    asked = forms.MultipleChoiceField(
        label=_("Which bodies answered for their own ties"), required=False, widget=forms.SelectMultiple(attrs={"size": 8})
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
    found = initial_of(place, ("name", "goals", "population", "challenges", "cluster_1_10", "country", "currency"))
    return found | {
        key: " | ".join(word.text for word in getattr(place, key) if isinstance(word, Word)) for key in ("assets", "population_groups")
    }


def map_initial(basis: MapBasis, situation: Situation) -> dict[str, Any]:
    named = {ref: person.name for ref, person in situation.person_by_ref.items()} | {
        ref: body.name for ref, body in situation.body_by_ref.items()
    }
    return {
        "basis": basis.basis, "informants": " | ".join(named.get(who, who) for who in basis.informants), "asked": list(basis.asked), "as_of": basis.as_of,
    }  # fmt: skip
