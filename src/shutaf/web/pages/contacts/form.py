"""The form of a contact: three fields are enough, a quote asks for the speaker's role."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from shutaf.relations.contacts import ContactFacts
from shutaf.web.parts.delicate import MEANT, ask_whether_meant, meant
from shutaf.web.parts.fields import as_word, day, one_body, text, word

QUICK = ("body_ref", "on_date", "ours")


class ContactForm(forms.Form):
    """common_fields and more_fields, as every form page shows them."""

    def __init__(self, *args: Any, language: str, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.language = language
        self.fields["body_ref"] = one_body(_("With which body?"), bodies, required=True)
        self.fields["on_date"] = day(_("When?"))
        self.fields["ours"] = text(_("Who of us?"), most=300)
        self.fields["way"] = word(_("As what?"), "contact_way", language)
        self.fields["theirs"] = text(_("Who spoke for them?"), most=300)
        self.fields["theirs_role"] = text(_("In which role?"), most=300)
        self.fields["said"] = text(_("What was said?"), _("As near to their own words as you remember."), rows=3)
        self.fields["promised_by_us"] = text(_("What did we promise?"), rows=2)
        self.fields["promised_by_them"] = text(_("What did they promise?"), rows=2)
        self.fields["due_date"] = day(_("By when?"))
        self.fields["ours_role"] = text(_("Our role there"), most=300)
        for name in QUICK:
            self.fields[name].required = True
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs.setdefault("aria-describedby", f"id_{name}_helptext")

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        ask_whether_meant(self)
        if found.get("said"):
            for name, told in (("theirs", _("Who said it?")), ("theirs_role", _("A quote is kept with the role it was said in."))):
                if not found.get(name) and name not in self.errors:
                    self.add_error(name, told)
        return found

    def quick_fields(self) -> list[Any]:
        return [self[name] for name in QUICK] + meant(self)

    def common_fields(self) -> list[Any]:
        return [self[name] for name in self.fields if name not in ("ours_role", MEANT)] + meant(self)

    def more_fields(self) -> list[Any]:
        return [self["ours_role"]]

    @property
    def has_folded_errors(self) -> bool:
        return any(bound.errors for bound in self.more_fields())

    def values(self) -> dict[str, Any]:
        return self.cleaned_data | {"way": as_word("contact_way", self.cleaned_data["way"], self.language)}


def contact_initial(found: ContactFacts) -> dict[str, Any]:
    return {f.name: getattr(found, f.name) for f in fields(found)} | {"way": found.way.key, "body_ref": found.body}
