"""The questions whose answers are rows of their own: ties, needs and offers, interests, integrity facts."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django.utils.translation import gettext as _

from shutaf.analysis.situation import Situation
from shutaf.bodies.told import IntegrityFacts, InterestFacts
from shutaf.web.pages.card.form import PartForm
from shutaf.web.pages.ties.form import EXPERIENCE_ASKED, QUALITY, QUALITY_ASKED, QUALITY_HINT
from shutaf.web.parts.fields import as_word, day, one_body, one_of, text, whole, word


class TiesForm(PartForm):
    """One tie, and how good it is."""

    def add_rows(self) -> None:
        self.fields["other"] = one_body(_("With whom?"), [("", "–")])
        self.fields["status"] = one_of(
            _("What is known?"), [("exists", _("They work together")), ("none", _("Known: they do not"))], first="exists"
        )
        self.fields["kind"] = word(_("On what?"), "tie_kind", self.language)
        self.fields["quality_1_5"] = one_of(QUALITY_ASKED, QUALITY, QUALITY_HINT)
        self.fields["experience"] = text(EXPERIENCE_ASKED, rows=3)

    def offer(self, situation: Situation, but: str) -> None:
        """Name the bodies to choose from."""
        named = sorted((body.name_in(self.language), body.ref) for body in situation.bodies if body.ref != but)
        self.fields["other"].choices = [("", "–"), *((ref, name) for name, ref in named)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not found.get("other") and (found.get("kind") or found.get("quality_1_5") or found.get("experience")):
            self.add_error("other", _("Name the body at the other end, so that this can be kept."))
        return found

    def tie(self) -> dict[str, Any]:
        data = self.cleaned_data
        quality = int(data["quality_1_5"]) if data["quality_1_5"] else None
        return {
            "status": data["status"] or "exists",
            "kind": as_word("tie_kind", data["kind"], self.language),
            "quality_1_5": quality,
            "experience": data["experience"],
        }


class WantsForm(PartForm):
    """What it needs, wants and could give."""

    asked = ("own_targets", "motives")

    def add_rows(self) -> None:
        for side, label in (("need", _("What does it need?")), ("offer", _("What could it give?"))):
            self.fields[side] = text(label, _("In a few words. More of them can be added afterwards."), most=1000)
            self.fields[f"{side}_kind"] = word(_("What kind of thing is that?"), "resource", self.language)

    def resources(self) -> list[dict[str, Any]]:
        data = self.cleaned_data
        return [
            {"side": side, "title": data[side], "kind": as_word("resource", data[f"{side}_kind"], self.language)}
            for side in ("need", "offer")
            if data[side].strip()
        ]


class ChancesForm(PartForm):
    """What opens up, with a date where one is known, and what holds back. A partner says it in words."""

    asked = ("opportunities", "barriers")

    def add_rows(self) -> None:
        if self.is_ours:
            self.fields["chance"] = text(
                _("What opens up in the next twelve months?"), _("Example: renewal of the shop front, a new branch"), most=1000
            )
            self.fields["chance_from"] = day(_("From"))
            self.fields["chance_until"] = day(_("Until"))

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if not found.get("chance") and (found.get("chance_from") or found.get("chance_until")):
            self.add_error("chance", _("What opens up then?"))
        return found

    def opportunity(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"title": data["chance"], "from_date": data["chance_from"], "until_date": data["chance_until"]}


class InterestsForm(PartForm):
    """One interest."""

    folded = ("openness", "leaning", "grounds")

    def add_rows(self) -> None:
        unknown = ("unknown", _("not known"))
        self.fields["text"] = text(_("What does it want to reach, or what could it gain?"), most=1000)
        self.fields["basis"] = one_of(
            _("How is that known?"), [("stated", _("It said so itself")), ("assumed", _("We assume it"))], first="assumed"
        )
        self.fields["said_by"] = text(_("Who stated it?"), most=300)
        self.fields["said_role"] = text(_("In which role?"), most=300)
        self.fields["place_1_10"] = whole(_("Its place among the ten leading ones"), 1, 10)
        self.fields["openness"] = one_of(
            _("Is it spoken of openly?"), [("open", _("openly")), ("hidden", _("not openly")), unknown], first="unknown"
        )
        self.fields["leaning"] = one_of(
            _("Does it speak for our purpose?"), [("supports", _("for it")), ("opposes", _("against it")), unknown], first="unknown"
        )
        self.fields["grounds"] = one_of(
            _("Does it rest on something that can be checked?"),
            [("real", _("yes")), ("imagined", _("on a belief")), unknown],
            first="unknown",
        )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("text") and found.get("basis") == "stated":
            for name in ("said_by", "said_role"):
                if not found.get(name):
                    self.add_error(name, _("What was stated is kept with who stated it and in which role."))
        return found

    def interest(self) -> dict[str, Any]:
        data = self.cleaned_data
        chosen = {name: data[name] or "unknown" for name in ("openness", "leaning", "grounds")}
        return (
            {name: data[name] for name in ("text", "said_by", "said_role", "place_1_10")} | chosen | {"basis": data["basis"] or "assumed"}
        )


class FactsForm(PartForm):
    """One fact with its source and date."""

    folded = ("until_date",)

    def add_rows(self) -> None:
        self.fields["kind"] = word(_("What is it about?"), "integrity", self.language)
        self.fields["text"] = text(
            _("The fact"), _("What a file or a register says, in words one would read aloud before the body itself."), most=1000
        )
        self.fields["source"] = text(_("Source"), _("Example: licensing office, file 1207"), most=1000)
        self.fields["as_of"] = day(_("As of"))
        self.fields["until_date"] = day(_("Holds until"), _("Empty while it holds."))

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        typed = [name for name in ("kind", "text", "source", "as_of", "until_date") if found.get(name)]
        for name, told in (
            ("text", _("Write the fact itself.")),
            ("source", _("A fact is kept with its source: who or what says so?")),
            ("as_of", _("A fact is kept with its date: when was that so?")),
        ):
            if typed and not found.get(name) and name not in self.errors:
                self.add_error(name, told)
        return found

    def fact(self) -> dict[str, Any]:
        data = self.cleaned_data
        kind = as_word("integrity", data["kind"], self.language)
        return {name: data[name] for name in ("text", "source", "as_of", "until_date")} | {"kind": kind}


def interest_initial(found: InterestFacts) -> dict[str, Any]:
    return {f.name: getattr(found, f.name) for f in fields(found)}


def fact_initial(found: IntegrityFacts) -> dict[str, Any]:
    return {f.name: getattr(found, f.name) for f in fields(found)} | {"kind": found.kind.key}
