"""The questions of each part of the card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from shutaf.web.pages.card.teller import Teller
from shutaf.web.parts.fields import CARD_ONLY, day
from shutaf.web.parts.sheet_form import SheetForm, initial_of

SHEET = "organisations"


class PartForm(SheetForm):
    """Some fields of a body, in the order they are asked; a part with rows of its own adds fields beside them."""

    sheet = SHEET
    asked: ClassVar[tuple[str, ...]] = ()
    folded: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, language: str, only: Iterable[str] | None = None, is_ours: bool = True, **options: Any) -> None:
        """is_ours: filled in by an editor, not by the body for itself."""
        self.is_ours = is_ours
        self.common = tuple(key for key in self.asked if key not in CARD_ONLY)
        super().__init__(*args, language=language, only=only, **options)
        allowed = set(only) if only is not None else set(self.asked)
        self.card_keys = [key for key in self.asked if key in CARD_ONLY and key in allowed]
        for key in self.card_keys:
            self.fields[key] = CARD_ONLY[key]()
        for field in self.fields.values():
            field.required = False
        self.add_rows()
        for key, field in self.fields.items():
            if field.help_text:
                field.widget.attrs.setdefault("aria-describedby", f"id_{self.add_prefix(key)}_helptext")

    def add_rows(self) -> None:
        """Fields of a new row of another table."""

    @property
    def body_keys(self) -> list[str]:
        """The fields of the body that are asked here of this reader."""
        return [key for key in self.asked if key in (*self.common_keys, *self.card_keys)]

    def questions(self) -> list[Any]:
        """The fields of the body, in order."""
        return self._shown(self.body_keys)

    def rows(self) -> list[Any]:
        """The fields of a new row that stand open."""
        shown = {bound.name for bound in self.questions()}
        return [self[name] for name in self.fields if name not in shown and name not in self.folded]

    def common_fields(self) -> list[Any]:
        return [*self.questions(), *self.rows()]

    def more_fields(self) -> list[Any]:
        return self.folded_rows()

    def folded_rows(self) -> list[Any]:
        return [self[name] for name in self.folded]

    def values(self) -> dict[str, Any]:
        return super().values() | {key: self.cleaned_data[key] for key in self.card_keys}

    def has_typed(self, *names: str) -> bool:
        """True when something stands in one of these fields."""
        return any(self.cleaned_data.get(name) not in ("", None) for name in names)


def initial(values: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """What the fields show of these values."""
    there = [key for key in keys if key in values]
    return initial_of(SimpleNamespace(**{key: values[key] for key in there}), there)


class WhoForm(PartForm):
    asked = ("sector", "kind", "size", "city", "neighbourhood")


class DoesForm(PartForm):
    asked = ("activity", "impact", "themes", "population_groups")


class MovesForm(PartForm):
    asked = ("change_agent", "change_agent_why", "unexpected_ally")


class WeightForm(PartForm):
    asked = ("influence_1_10", "interest_1_10", "rated_by", "invite")


class TellerForm(forms.Form):
    """Whose answers these are. A person sits at many tables, so the role is asked too."""

    prefix = "teller"
    said_by = forms.CharField(label=gettext_lazy("Name"), max_length=300, widget=forms.TextInput(attrs={"dir": "auto"}))
    said_role = forms.CharField(
        label=gettext_lazy("In which role"),
        help_text=gettext_lazy("One person may speak for a firm and for a committee: which one now?"),
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto", "aria-describedby": "id_teller-said_role_helptext"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["as_of"] = day(gettext_lazy("When was it told?"), gettext_lazy("Empty means today."))

    def teller(self) -> Teller:
        data = self.cleaned_data
        return Teller(data["said_by"], data["said_role"], data["as_of"])
