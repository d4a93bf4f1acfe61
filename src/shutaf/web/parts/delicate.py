"""Is something specially sensitive about to be written of a person? The form says so in its place, and keeps nothing until it is meant."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.text.delicate import delicate

SAID: Mapping[str, str] = {
    "health": N_("health"), "belief": N_("belief"), "politics": N_("political opinion"), "convictions": N_("convictions"), "pay": N_("pay"),
    "character": N_("a judgement of character"),
}  # fmt: skip
MEANT = "no_person_meant"
NOTES = frozenset({"said", "experience", "text", "note", "source", "contact", "change_agent_why", "unexpected_ally"})
"""Fields in which somebody could be described. Titles, names and kinds are of bodies and things: a religious school is one."""


def ask_whether_meant(form: forms.Form) -> None:
    """In a form's clean: an error beside each text that reads delicate, and a box that says no person is meant. It knows words, not meanings."""
    if form.data.get(form.add_prefix(MEANT)):
        return
    found = {name: kinds for name in form.fields if name in NOTES and (kinds := delicate(str(form.cleaned_data.get(name) or "")))}
    for name, kinds in found.items():
        said = _(", ").join(_(SAID[kind]) for kind in kinds)
        form.add_error(name, _("This reads as if it told of a person: {kinds}. Such notes are not kept. Write what the body needs or does, or tick that no person is meant.").format(kinds=said))  # fmt: skip
    if found:
        form.fields[MEANT] = forms.BooleanField(label=_("No person is meant: keep it as written"), required=False)


def meant(form: forms.Form) -> list[forms.BoundField]:
    """The box, while it is asked."""
    return [form[MEANT]] if MEANT in form.fields else []
