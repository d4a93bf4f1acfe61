"""What can be told of a partnership from what is written down of it already? A draft, each part with where it comes from, nothing invented.

Words that people wrote are taken over as they stand; sentences of ours hold nothing but counts, days and names from the data. What is written
nowhere is left empty, and a case says of it that it is not known. Talks, fears, quarrels and understandings beside an agreement stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.analysis.path import Recorded
from shutaf.analysis.situation import Body, Initiative, Situation, Word
from shutaf.analysis.text.unnamed import names_in
from shutaf.content.cases import CasePlace
from shutaf.content.cases.schema import Outcome, Part, PlaceKind
from shutaf.imports.words import key_of
from shutaf.reports.cases.written import MUNICIPALITY, Written, WrittenClaim, WrittenMember
from shutaf.reports.wording.speech import Speech

RECORDS: Sequence[tuple[Part, str, str]] = (
    ("done", "joint_thinking", "problem"), ("done", "joint_planning", "parts"), ("done", "running", "kept"),
    ("precondition", "goals_commitment", "decision"), ("precondition", "goals_commitment", "dependence"),
    ("precondition", "joint_planning", "on_municipality"), ("people", "running", "coordinator"), ("money", "goals_commitment", "budget"),
    ("money", "municipal_resources", "resources"), ("result", "review", "measured"), ("result", "joint_planning", "targets"),
    ("lesson", "extend_embed_end", "learned"), ("lesson", "review", "not_worked"),
)  # fmt: skip
"""Which field of which step fills which part. What is not here is not meant for others: talks, fears, quarrels, understandings."""

STARTS = (("joint_thinking", "met_on"), ("joint_planning", "agreed_on"), ("agreement", "signed_on"), ("first_initiative", "decided_on"))
"""Where a beginning may be written down, the first of which counts. Ours: a partnership begins when its people first sat together."""

VILLAGE, TOWN = 5_000, 50_000
"""People. Ours: up to here a village, from here a city; whoever writes may say otherwise."""


@dataclass(frozen=True)
class CaseSource:
    """What is known of one partnership. coalition: refs of the bodies somebody keeps for its first initiative, a preparation: they did not take part yet."""

    name: str
    situation: Situation
    language: str
    goals: tuple[Word, ...] = ()
    initiator_group: str = ""
    initiator_body: str = ""
    typology: str = ""
    partners: tuple[str, ...] = ()
    state: str = "open"
    ref: str = ""
    records: Mapping[tuple[str, str], Recorded] = field(default_factory=dict)

    def recorded(self, step: str, key: str) -> Recorded:
        return self.records.get((step, key), Recorded())

    @property
    def initiative(self) -> Initiative | None:
        """The first initiative that was chosen."""
        refs = self.recorded("first_initiative", "chosen").words
        return next((one for one in self.situation.initiatives if one.ref in refs), None)


def case_draft(source: CaseSource) -> Written:
    """The draft, in the language of the workspace."""
    with translation.override(source.language):
        members = tuple(_members(source))
        claims = tuple(_concerning(claim, members) for claim in _claims(source, members))
        start = next((day for step, key in STARTS if (day := source.recorded(step, key).date)), "")
        return Written(
            address="", language=source.language, name=source.name, place=_place(source), place_names=tuple(name for _code, name in source.situation.place.names),
            country=key_of(source.situation.place.country, "country"), typology=source.typology, themes=tuple(dict.fromkeys(one.key for one in source.goals if one.key)),
            sector_lead="public" if source.initiator_group == "department" else source.initiator_group, outcome=_outcome(source.state), start=start,
            end=source.recorded("extend_embed_end", "decided_on").date if source.state == "ended" else "", members=members, claims=claims,
        )  # fmt: skip


def start_source(source: CaseSource) -> str:
    """Where the beginning was read, as a claim's source."""
    return next((f"record:{step}.{key}" for step, key in STARTS if source.recorded(step, key).date), "")


def _outcome(state: str) -> Outcome:
    """That it ended does not say how."""
    return "running" if state == "open" else "unknown"


def _place(source: CaseSource) -> CasePlace:
    place = source.situation.place
    kind: PlaceKind = "town"
    if place.population is not None:
        kind = "village" if place.population < VILLAGE else "town" if place.population < TOWN else "city"
    return CasePlace({source.language: place.name_in(source.language)}, kind, place.population, place.cluster_1_10)


def _members(source: CaseSource) -> Iterator[WrittenMember]:
    """Who began it, then the partners; the municipality itself where it began it and no department is named."""
    by_ref = source.situation.body_by_ref
    refs = dict.fromkeys(ref for ref in (source.initiator_body, *source.partners) if ref in by_ref)
    if source.initiator_group == "department" and not any(by_ref[ref].is_department for ref in refs):
        name = _("the municipality of {place}").format(place=source.situation.place.name_in(source.language))
        yield WrittenMember("municipality", name, sector="public", part="lead", kind=MUNICIPALITY)
    for number, ref in enumerate(refs, 1):
        yield member_of(by_ref[ref], source.language, f"m{number}", is_lead=ref == source.initiator_body)


def member_of(body: Body, language: str, ref: str, *, is_lead: bool = False) -> WrittenMember:
    """A body of the map as one that takes part."""
    forms = (body.name, *(name for _code, name in body.names))
    return WrittenMember(
        ref, body.name_in(language), body.ref, tuple(dict.fromkeys(forms)), body.sector_key, "lead" if is_lead else "member",
        key_of(body.kind, "body_kind") if body.kind else "", body.is_department,
    )  # fmt: skip


def _claims(source: CaseSource, members: Sequence[WrittenMember]) -> Iterator[WrittenClaim]:
    found = [*_of_initiative(source, members), *_of_records(source), *_of_calls(source)]
    for number, claim in enumerate(found, 1):
        yield replace(claim, key=f"c{number}")


def _of_initiative(source: CaseSource, members: Sequence[WrittenMember]) -> Iterator[WrittenClaim]:
    chosen = source.initiative
    if chosen is None:
        return
    parts = [chosen.name, *(text for text in (chosen.problem, chosen.idea) if text.strip())]
    yield WrittenClaim("", "done", "\n".join(parts), source="record:first_initiative.chosen")
    takes_part = {one.body: one for one in members if one.body}
    for offer in source.situation.offers:
        if offer.ref in chosen.offers and (member := takes_part.get(offer.body)):
            text = _("{who} offered: {what}").format(who=member.name, what=offer.title)
            yield WrittenClaim("", "partners", text, source="offer", members=(member.ref,))


def _of_records(source: CaseSource) -> Iterator[WrittenClaim]:
    for part, step, key in RECORDS:
        text = source.recorded(step, key).text.strip()
        if not text:
            continue
        claim = WrittenClaim("", part, text, source=f"record:{step}.{key}")
        if part == "result":
            by = source.recorded("review", "basis").text.strip()
            is_hope = key == "targets"
            claim = replace(claim, grade="expected" if is_hope else "self_reported", text=text if is_hope or not by else f"{text} ({by})")
        yield claim


def _of_calls(source: CaseSource) -> Iterator[WrittenClaim]:
    speech = Speech(source.language, source.situation)
    for call in source.situation.choosing.calls:
        if call.state == "draft" or not source.ref or call.partnership != source.ref:
            continue
        said = ngettext(
            "An open invitation was published on {day}; {n} body answered.", "An open invitation was published on {day}; {n} bodies answered.",
            len(call.replies),
        )  # fmt: skip
        yield WrittenClaim("", "done", said.format(day=speech.date(call.published_on), n=len(call.replies)), source="call")


def _concerning(claim: WrittenClaim, members: Iterable[WrittenMember]) -> WrittenClaim:
    """Whoever is named in a sentence is concerned by it."""
    named = (one.ref for one in members if names_in(claim.text, (one.name, *one.names)))
    return replace(claim, members=tuple(dict.fromkeys((*claim.members, *named))))
