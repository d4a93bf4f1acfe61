"""Inputs and selects of long tables: drawn by a line of code instead of a template, since a sheet may hold two hundred of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def _attributes(attrs: Mapping[str, Any]) -> SafeString:
    """In their order; True is a bare name, None and False are left out."""
    told = ((name, value) for name, value in attrs.items() if value is not None and value is not False)
    return format_html_join("", " {}{}", ((name, "" if value is True else format_html('="{}"', value)) for name, value in told))


class QuickInput(forms.TextInput):
    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:  # noqa: ARG002 - Django's signature
        shown = self.format_value(value)
        kept = (
            {"type": self.input_type, "name": name} | ({"value": shown} if shown is not None else {}) | self.build_attrs(self.attrs, attrs)
        )
        return format_html("<input{}>", _attributes(kept))


class QuickSelect(forms.Select):
    """Of plain choices, without groups."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        chosen = set(self.format_value(value))
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, SafeString(" selected") if str(key) in chosen else "", said) for key, said in self.choices),
        )
        return format_html("<select{}>{}</select>", _attributes({"name": name} | self.build_attrs(self.attrs, attrs)), options)
