"""How is a choice among thousands of names written quickly? As text, since a template for each option costs a second."""

from __future__ import annotations

from html import escape
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.safestring import SafeString, mark_safe


def options(choices: Any, chosen: frozenset[str]) -> str:
    """The options of a select; (value, label) pairs, no groups."""
    return "".join(
        f'<option value="{escape(str(value))}"{" selected" if str(value) in chosen else ""}>{escape(str(label))}</option>'
        for value, label in choices
    )


class LongSelect(forms.Select):
    """One of many."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002 - Django passes it
        given = self.build_attrs(
            self.attrs, {**(attrs or {}), "name": name, **({"multiple": True} if self.allow_multiple_selected else {})}
        )
        chosen = frozenset(map(str, self.format_value(value) or ()))
        return mark_safe(f"<select{flatatt(given)}>{options(self.choices, chosen)}</select>")  # noqa: S308 - each part escaped


class LongSelectMultiple(LongSelect, forms.SelectMultiple):
    """Several of many."""


class LongChoice(forms.MultipleChoiceField):
    """Several of many, each looked up once."""

    widget = LongSelectMultiple

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        known = {str(key) for key, _ in self.choices}  # type: ignore[union-attr, misc]
        if strange := next((one for one in value if str(one) not in known), None):
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": strange})
