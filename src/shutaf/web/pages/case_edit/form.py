"""The form of a write-up: what the case is, who takes part, and its claims part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf import content
from shutaf.analysis.situation import SECTORS, TYPOLOGIES
from shutaf.cases.actions import ClaimGiven, MemberGiven, PlaceGiven
from shutaf.content.cases import PARTS, PLACE_KINDS
from shutaf.content.cases.schema import OUTCOMES, Part
from shutaf.imports import values
from shutaf.reports.cases.words import grades_said, outcomes_said, partner_parts_said, parts_asked, parts_said, places_said
from shutaf.reports.cases.written import MUNICIPALITY, Written, WrittenClaim, WrittenMember
from shutaf.web.parts.long_select import LongSelect
from shutaf.web.parts.sheet_form import ReadField, WordsField

MANY_BODIES = 300
"""Of the map. Ours: from here on one row for somebody new is enough weight for a page; each lists every body."""

WRITTEN: Sequence[Part] = ("done", "partners", "precondition", "people", "money", "months", "result", "lesson", "needs_here", "place")
"""Parts that are written as claims, in the order in which a story is told; days stand in fields of their own."""

_POSTED = re.compile(r"c-([\w-]{1,40})-part")


@dataclass(frozen=True, slots=True)
class MemberRow:
    """The fields of one who takes part. member: None for an empty row."""

    member: WrittenMember | None
    fields: tuple[forms.BoundField, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """The fields of one claim. source: where it was filled from, as `Written` keeps it."""

    key: str
    part: forms.BoundField
    text: forms.BoundField
    source: str
    more: tuple[forms.BoundField, ...]
    concerns: forms.BoundField | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class PartRows:
    """One part: what it is called, what it is for, its claims."""

    key: Part
    name: str
    asked: str
    rows: tuple[ClaimRow, ...]

    @property
    def is_empty(self) -> bool:
        return all(not str(row.text.value() or "").strip() for row in self.rows)


def _line(label: Any, hint: Any = "", most: int = 300, *, required: bool = False) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, max_length=most, required=required, widget=forms.TextInput(attrs={"dir": "auto"}))


def _choice(label: Any, choices: Any, hint: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=hint, choices=choices, required=False)


class WriteUp(forms.Form):
    """Everything of a draft. bodies: (ref, name) of the map."""

    name = _line(
        gettext_lazy("Title"), gettext_lazy("What was done and where, in a few words. Readers find the case by it."), required=True
    )
    summary = forms.CharField(
        label=gettext_lazy("In two sentences"), required=False, max_length=1000, widget=forms.Textarea(attrs={"dir": "auto", "rows": 3}),
        help_text=gettext_lazy("Who did what with whom, and what came of it. It stands in lists."),
    )  # fmt: skip

    def __init__(self, *args: Any, written: Written, bodies: Sequence[tuple[str, str]], language: str, **options: Any) -> None:
        super().__init__(*args, **options, initial=_initial(written))  # type: ignore[misc]
        self.written, self.language = written, language
        self._add_facts()
        self._add_members(bodies)
        self._add_claims()
        for key, field in self.fields.items():
            if field.help_text:
                field.widget.attrs.setdefault("aria-describedby", f"id_{key}_helptext")

    # -- what the case is

    def _add_facts(self) -> None:
        language, place, trait = self.language, places_said(), content.entries("trait")
        self.fields |= {
            "place_name": _line(_("Place")),
            "place_kind": _choice(_("Kind of place"), [(kind, place[kind]) for kind in PLACE_KINDS]),
            "population": _whole(_("People who live there"), 0, 10**10),
            "cluster": _whole(_("Socio-economic cluster"), 1, 10),
            "traits": WordsField(label=_("What the place is like"), required=False, choices=[(one.key, one.names[language]) for one in trait]),
            "typology": _choice(
                _("Partnership model"), [("", _("not known")), *((key, content.say("typology", key, language)) for key in TYPOLOGIES)]
            ),
            "themes": WordsField(label=_("Themes"), required=False, choices=[(one.key, one.names[language]) for one in content.entries("theme")]),
            "sector_lead": _choice(_("Which sector led it"), [("", _("not known")), *_sectors(language)]),
            "outcome": _choice(_("How it stands"), [(key, outcomes_said()[key]) for key in OUTCOMES]),
            "start_date": _day(_("Beginning")),
            "end_date": _day(_("End")),
            "is_without_names": forms.BooleanField(
                label=_("Tell it without names"), required=False,
                help_text=_("Place, bodies and people are said by their kind only. Readers near you may still recognise who is meant."),
            ),
        }  # fmt: skip

    def facts(self) -> list[forms.BoundField]:
        return [self[key] for key in ("typology", "sector_lead", "outcome", "start_date", "end_date")]

    def place_fields(self) -> list[forms.BoundField]:
        return [self[key] for key in ("place_name", "place_kind", "population", "cluster")]

    # -- who takes part

    def _add_members(self, bodies: Sequence[tuple[str, str]]) -> None:
        self.member_keys = [member.ref for member in self.written.members]
        self.new_keys = ["new0"] if len(bodies) > MANY_BODIES else ["new0", "new1"]
        kinds = [("", _("not known")), (MUNICIPALITY, _("the municipality")), *_entries("body_kind", self.language)]
        for key in (*self.member_keys, *self.new_keys):
            is_new = key not in self.member_keys
            fields: dict[str, forms.Field] = {
                "body": forms.ChoiceField(
                    label=_("On the map"), required=False, choices=bodies, widget=LongSelect if is_new else forms.HiddenInput
                ),
                "name": _line(_("As it is named"), _("Empty: as on the map.") if is_new else ""),
                "sector": _choice(_("Sector"), [("", _("not known")), *_sectors(self.language)]),
                "part": _choice(_("Its part"), [(part, partner_parts_said()[part]) for part in ("member", "lead", "mediator", "funder")]),
                "kind": _choice(_("Said without a name"), kinds),
            }
            if not is_new:
                fields["gone"] = forms.BooleanField(label=_("takes no part"), required=False)
            self.fields |= {f"m-{key}-{name}": field for name, field in fields.items()}

    def member_rows(self) -> Iterator[MemberRow]:
        for key in (*self.member_keys, *self.new_keys):
            names = (
                ("name", "part", "sector", "kind", "body", "gone")
                if key in self.member_keys
                else ("body", "name", "part", "sector", "kind")
            )
            yield MemberRow(self.written.member(key), tuple(self[f"m-{key}-{name}"] for name in names))

    # -- its claims

    def _add_claims(self) -> None:
        self.claims = {claim.key: claim for claim in self.written.claims}
        posted = [key for name in self.data if (found := _POSTED.fullmatch(name)) and (key := found[1]) not in self.claims]
        blanks = [f"{part}-{n}" for part in WRITTEN for n in range(2 if part in ("done", "result", "lesson") else 1)]
        self.claim_keys = list(dict.fromkeys((*self.claims, *blanks, *posted[:60])))
        concerned = [(member.ref, format_html("<bdi>{}</bdi>", member.name)) for member in self.written.members]
        for key in self.claim_keys:
            self._add_claim(key, concerned)

    def _add_claim(self, key: str, concerned: list[tuple[str, SafeString]]) -> None:
        claim = self.claims.get(key)
        part = claim.part if claim else key.split("-")[0] if key.split("-")[0] in PARTS else "done"
        self.fields |= {
            f"c-{key}-part": forms.ChoiceField(choices=[(one, one) for one in PARTS], initial=part, widget=forms.HiddenInput, required=False),
            f"c-{key}-text": forms.CharField(
                label=parts_said()[part], required=False, max_length=6000, widget=forms.Textarea(attrs={"dir": "auto", "rows": 3})  # type: ignore[index]
            ),
        }  # fmt: skip
        if part == "result":
            self.fields[f"c-{key}-grade"] = _choice(_("How is it known?"), [("self_reported", grades_said()["self_reported"]), *((g, said) for g, said in grades_said().items() if g != "self_reported")])  # fmt: skip
        if part in ("lesson", "needs_here"):
            self.fields[f"c-{key}-basis"] = _choice(_("Whose conclusion is it?"), [("source", _("those who took part said so")), ("inferred", _("our own conclusion"))])  # fmt: skip
        if concerned:
            self.fields[f"c-{key}-members"] = WordsField(label=_("Whom does it concern?"), required=False, choices=concerned)

    def parts(self) -> Iterator[PartRows]:
        said, asked = parts_said(), parts_asked()
        for part in WRITTEN:
            rows = tuple(self._row(key) for key in self.claim_keys if str(self[f"c-{key}-part"].value()) == part)
            yield PartRows(part, said[part], asked[part], rows)

    def _row(self, key: str) -> ClaimRow:
        more = tuple(self[name] for suffix in ("grade", "basis") if (name := f"c-{key}-{suffix}") in self.fields)
        concerns = self[f"c-{key}-members"] if f"c-{key}-members" in self.fields else None
        claim = self.claims.get(key)
        return ClaimRow(key, self[f"c-{key}-part"], self[f"c-{key}-text"], claim.source if claim else "", more, concerns, claim is None)

    # -- what was typed

    def given(self, names: dict[str, WrittenMember]) -> dict[str, Any]:
        """As `case_save` takes it. names: ref of a body -> it as one who takes part."""
        data = self.cleaned_data
        place = PlaceGiven(data["place_name"], data["place_kind"] or "town", data["population"], data["cluster"], tuple(data["traits"]))
        plain = ("name", "summary", "typology", "sector_lead", "outcome", "start_date", "end_date", "is_without_names")
        return {
            "place": place, "members": list(self._members(names)), "claims": [self._claim(key) for key in self.claim_keys],
            "themes": tuple(data["themes"]), **{key: data[key] for key in plain},
        }  # fmt: skip

    def _members(self, bodies: dict[str, WrittenMember]) -> Iterator[MemberGiven]:
        data = self.cleaned_data
        for key in (*self.member_keys, *self.new_keys):
            body, name = bodies.get(data[f"m-{key}-body"]), data[f"m-{key}-name"].strip()
            if data.get(f"m-{key}-gone") or not (name or body):
                continue
            yield MemberGiven(
                name or (body.name if body else ""), key, body.body if body else "", data[f"m-{key}-sector"] or (body.sector if body else ""),
                data[f"m-{key}-part"] or "member", data[f"m-{key}-kind"] or (body.kind if body else ""),
            )  # fmt: skip

    def _claim(self, key: str) -> ClaimGiven:
        data, before = self.cleaned_data, self.claims.get(key)
        text = data[f"c-{key}-text"].strip().replace("\r\n", "\n")
        return ClaimGiven(
            data[f"c-{key}-part"] or "done", text, key, before.value if before else "", data.get(f"c-{key}-grade") or "",
            data.get(f"c-{key}-basis") or "source", _source(before, text), tuple(data.get(f"c-{key}-members") or ()),
        )  # fmt: skip


def _source(before: WrittenClaim | None, text: str) -> str:
    """Where it was filled from, as long as it says what it said there."""
    return before.source if before and before.text.strip() == text else ""


def _whole(label: Any, least: int, most: int) -> ReadField:
    return ReadField(lambda text: values.integer(text, least, most), empty=None, label=label, required=False, max_length=40, widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "numeric"}))  # fmt: skip


def _day(label: Any) -> ReadField:
    return ReadField(
        values.iso_date, empty="", label=label, required=False, max_length=40, widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("A day, a month or a year; empty when nobody knows."),
    )  # fmt: skip


def _sectors(language: str) -> list[tuple[str, str]]:
    return [(key, content.say("sector", key, language)) for key in SECTORS]


def _entries(list_key: str, language: str) -> list[tuple[str, str]]:
    return [(one.key, one.names[language]) for one in content.entries(list_key)]


def _initial(written: Written) -> dict[str, Any]:
    place = written.place
    found: dict[str, Any] = {
        "name": written.name, "summary": written.summary, "place_name": place.names.get(written.language, ""), "place_kind": place.kind,
        "population": place.population, "cluster": place.cluster_1_10, "traits": list(place.traits), "typology": written.typology,
        "themes": list(written.themes), "sector_lead": written.sector_lead, "outcome": written.outcome, "start_date": written.start,
        "end_date": written.end, "is_without_names": written.is_without_names,
    }  # fmt: skip
    for member in written.members:
        values_of = {"body": member.body, "name": member.name, "sector": member.sector, "part": member.part, "kind": member.kind}
        found |= {f"m-{member.ref}-{name}": value for name, value in values_of.items()}
    for claim in written.claims:
        values_of_claim = {
            "part": claim.part,
            "text": claim.text,
            "grade": claim.grade,
            "basis": claim.basis,
            "members": list(claim.members),
        }
        found |= {f"c-{claim.key}-{name}": value for name, value in values_of_claim.items()}
    return found
