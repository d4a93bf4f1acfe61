"""What a body says of itself: needs, offers, goals, whom to call. All of it optional; what is known already stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shutaf.analysis.situation import Person
from shutaf.intake.proposing import Said
from shutaf.partnerships.own import OwnSheet
from shutaf.web.parts.sheet_form import SheetForm, initial_of

ROOMS = 2  # of each side at a time; after sending there is room for more


class NeedForm(SheetForm):
    sheet = "needs"
    common = ("title", "kind", "amount", "visible_to")
    more = ("where", "from_date", "until_date", "conditions", "themes")
    side = "need"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, empty_permitted=True, use_required_attribute=False, initial={"visible_to": "partners"}, **options)
        self.fields["visible_to"].choices = self.fields["visible_to"].choices[1:]  # type: ignore[attr-defined]
        self.fields["conditions"].widget.attrs["rows"] = 2

    @property
    def has_folded(self) -> bool:
        """Something is typed, or to be mended, in what stands folded."""
        return any(bound.value() or bound.errors for bound in self.more_fields())

    def has_changed(self) -> bool:
        """Who may see it is chosen beforehand and says nothing alone."""
        return bool(set(self.changed_data) - {"visible_to"})

    def said(self) -> Said | None:
        if not self.has_changed() or not self.cleaned_data.get("title"):
            return None
        found = self.values()
        return Said("exchange.resource", fields=found | {"side": self.side, "visible_to": found["visible_to"].key or "editors"})


class OfferForm(NeedForm):
    sheet = "offers"
    side = "offer"


class GoalsForm(SheetForm):
    sheet = "organisations"
    common = ("own_targets",)


class ContactForm(SheetForm):
    sheet = "people"
    common = ("name", "role", "phone", "email")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].required = False


class Answer:
    """The whole sheet: several forms that are sent together."""

    def __init__(self, sheet: OwnSheet, person: tuple[str, str], data: Any, language: str) -> None:
        self.sheet = sheet
        self.known = next((one for one in sheet.people if one.name == person[0]), None)
        self.needs = [NeedForm(data, prefix=f"need{i}", language=language) for i in range(ROOMS)]
        self.offers = [OfferForm(data, prefix=f"offer{i}", language=language) for i in range(ROOMS)]
        self.goals = GoalsForm(data, prefix="goals", language=language, initial=initial_of(sheet.body, ("own_targets",)))
        contact = self.known or Person("", person[0], "", role=person[1])
        self.contact = ContactForm(data, prefix="contact", language=language, initial=initial_of(contact, ContactForm.common))

    def forms(self) -> list[SheetForm]:
        return [*self.needs, *self.offers, self.goals, self.contact]

    def is_valid(self) -> bool:
        return not sum(not form.is_valid() for form in self.forms())  # each is asked, so that each shows its errors

    def said(self) -> list[Said]:
        """What is to wait; the action passes over what is known already."""
        return [*self._resources(), Said("bodies.body", self.sheet.body.ref, self.goals.values()), *self._contact()]

    def _resources(self) -> Iterator[Said]:
        for form in (*self.needs, *self.offers):
            if said := form.said():
                yield said

    def _contact(self) -> Iterator[Said]:
        found = self.contact.values()
        if found["name"] and (self.known or found["phone"] or found["email"]):
            yield Said("bodies.person", self.known.ref if self.known else "", found)
