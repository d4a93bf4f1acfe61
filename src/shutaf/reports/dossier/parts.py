"""What does the letter to a body say, paragraph by paragraph, and on which rows does each paragraph rest?

Nothing enters but what its own body said and what is not for editors only: see `analysis/actors/for_them.py`. No person's name, no rating, no motive,
no barrier, no flag, no log. A test fills all of those with a marker and finds it in no letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.actors.for_them import ForThem
from shutaf.analysis.situation import Requirement, Resource, Word
from shutaf.reports.document import Line, Name, Part, fill, line, plain
from shutaf.reports.dossier.claims import Claim, Fact, of_initiative, of_requirements, of_resource, of_target
from shutaf.reports.wording.said import semicolons
from shutaf.reports.wording.speech import Speech

MOST_ANSWERS: Final = 2
ANSWERS: Final = {
    (True, True): N_("For this need there is an offer from {body}: {offer}."),
    (True, False): N_("For this need there is an offer from another side: {offer}."),
    (False, True): N_("For “{need}” there is an offer from {body}: {offer}."),
    (False, False): N_("For “{need}” there is an offer from another side: {offer}."),
}
"""By (it is the need the letter opens with, the giver may be named)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """key names it in `Letter.parts`; text: as drafted from the map."""

    key: str
    text: Line
    claims: tuple[Claim, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(claim.fact for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Draft:
    """title and paragraphs, in the letter's language. names: of bodies and places; other texts from the map are words that may need saying in it."""

    language: str
    title: Line
    to: Line
    paragraphs: tuple[Paragraph, ...]
    names: frozenset[str]


@dataclass
class _Writing:
    them: ForThem
    speech: Speech
    names: set[str] = field(default_factory=set)

    def body(self, ref: str) -> Name:
        name = self.speech.body(ref)
        self.names.add(name.text)
        return name

    @property
    def place(self) -> Name | None:
        place = self.speech.situation.place
        name = place.name_in(self.speech.language)
        self.names.add(name)
        return Name(name) if name else None


def draft(them: ForThem, speech: Speech) -> Draft:
    """The letter as the map has it; to be called in the letter's language."""
    writing = _Writing(them, speech)
    paragraphs = tuple(paragraph for key, write in WRITERS.items() for paragraph in _one(key, write, writing))
    title = fill(_("An invitation to talk: {initiative}"), initiative=Name(them.initiative.name))
    to = fill(_("To {body}"), body=writing.body(them.body.ref))
    return Draft(speech.language, title, to, paragraphs, frozenset(writing.names - {""}))


def _one(key: str, write: Writer, writing: _Writing) -> Iterator[Paragraph]:
    claims: list[Claim] = []
    said = [one for one in write(writing, claims) if one]
    if said:
        yield Paragraph(key, _sentences(said), tuple(claims))


def _sentences(said: list[Line]) -> Line:
    return line(*(part for i, one in enumerate(said) for part in ((" " if i else ""), one)))


def _greeting(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:  # noqa: ARG001
    yield line(_("Dear Sir or Madam,"))


def _opening(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:
    """A need the body itself stated; without one, a request to listen."""
    need = writing.them.opening
    if need is None:
        yield line(
            _(
                "We do not know what you need, and we do not want to guess. So this letter is first of all a request: we would like to listen."
            )
        )
        return
    claims.append(of_resource(need, writing.speech))
    said = _resource(writing, need)
    if need.as_of:
        yield fill(_("You told us what you need ({date}): {need}."), need=said, date=writing.speech.date(need.as_of))
    else:
        yield fill(_("You told us what you need: {need}."), need=said)
    yield line(_("That is where this letter begins."))


def _idea(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:
    initiative, place = writing.them.initiative, writing.place
    claims.append(of_initiative(initiative, initiative.name, initiative.problem, initiative.idea))
    name = Name(initiative.name)
    if place:
        yield fill(_("In {place} a joint initiative is being prepared: {initiative}."), place=place, initiative=name)
    else:
        yield fill(_("A joint initiative is being prepared: {initiative}."), initiative=name)
    if initiative.problem:
        yield fill(_("What it starts from: {problem}"), problem=_ended(initiative.problem))
    if initiative.idea:
        yield fill(_("The idea: {idea}"), idea=_ended(initiative.idea))


def _for_you(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:
    """What is in it for them; said openly where nothing is known."""
    them = writing.them
    found = [*_gain(writing, claims), *_answers(writing, claims), *_targets(writing, claims)]
    yield from found
    if not found:
        yield line(_("What it could do for you we do not know yet. That is what we would like to find out with you."))
    elif them.opening and them.opening.ref not in them.touched:
        yield line(_("Whether it also serves the need you named is what we would like to find out with you."))


def _gain(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:
    them = writing.them
    if them.gain_written:
        claims.append(of_initiative(them.initiative, them.initiative.name, them.gain_written))
        yield fill(_("What you would gain from it, as far as we can see: {gain}"), gain=_ended(them.gain_written))
    elif them.gain:
        claims.append(of_initiative(them.initiative, them.initiative.name, them.gain.group or them.body.name))
        yield line(_("As far as we can see, you would be among those who gain from it."))


def _answers(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:
    """Offers from within the initiative; the giver is named where the offer is public."""
    for one in [one for one in writing.them.answered if one.is_within][:MOST_ANSWERS]:
        claims.append(of_resource(one.offer, writing.speech))
        offer = _resource(writing, one.offer)
        is_opening, is_named = one.need == writing.them.opening, one.offer.visible_to == "public"
        giver = writing.body(one.offer.body) if is_named else Name("")
        yield fill(_(ANSWERS[is_opening, is_named]), need=Name(one.need.title), body=giver, offer=offer)


def _targets(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:
    body, targets = writing.them.body, writing.them.targets
    said = [_target(writing.speech, target) for target in targets]
    claims.extend(of_target(body, target, plain(text, isolate=False)) for target, text in zip(targets, said, strict=True))
    if said:
        yield fill(_("It touches a target that is your own, as far as we know: {targets}."), targets=writing.speech.several(said))


def _target(speech: Speech, target: Word) -> Line:
    return line(Name(target.text) if target.text and target.text != target.key else speech.word("theme", target))


def _your_part(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:
    """What it needs, and what they named themselves; never what others say they could give."""
    them, speech = writing.them, writing.speech
    if them.initiative.requires:
        needed = [_needed(speech, one) for one in them.initiative.requires]
        claims.append(of_requirements(them.initiative, needed))
        yield fill(_("The initiative needs: {needs}."), needs=semicolons(needed))
    if them.brings:
        claims.extend(of_resource(offer, speech) for offer in them.brings)
        yield fill(
            _("You named something yourselves that could help: {offers}."),
            offers=semicolons([_resource(writing, one) for one in them.brings]),
        )
        yield line(_("That binds you to nothing; we would like to hear under which conditions it would be right for you."))
    else:
        yield line(_("Whether you take part, and with what, is for you to say."))


def _ask(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:  # noqa: ARG001
    yield line(
        _(
            "We ask for a talk of half an hour in the coming weeks, at a time and place that suit you. Please also tell us what speaks against it."
        )
    )


def _open(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:  # noqa: ARG001
    yield line(
        _(
            "Nothing is decided. The invitation to take part will be open to all, with published criteria and a record of who was asked and how. This letter gives nobody an advantage."
        )
    )
    yield line(_("If anything we wrote about you is not so, please tell us, and we will correct it."))


def _closing(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:  # noqa: ARG001
    yield line(_("With kind regards,"))


def _signature(writing: _Writing, claims: list[Claim]) -> Iterator[Line]:  # noqa: ARG001
    yield line("________ (", _("name, role, phone"), ")")


Writer = Callable[[_Writing, list[Claim]], Iterator[Line]]
WRITERS: Final[dict[str, Writer]] = {
    "greeting": _greeting, "opening": _opening, "idea": _idea, "for_you": _for_you, "your_part": _your_part, "ask": _ask, "open": _open,
    "closing": _closing, "signature": _signature,
}  # fmt: skip


def _resource(writing: _Writing, resource: Resource) -> Line:
    """Title, and in brackets how much, where and under which condition."""
    more: list[Part] = [writing.speech.amount(resource.amount)] if resource.amount else []
    more += [writing.speech.where(resource.where)] if resource.where else []
    more += [Name(resource.conditions)] if resource.conditions else []
    if not more:
        return line(Name(resource.title))
    return line(Name(resource.title), " (", semicolons([line(one) for one in more]), ")")


def _needed(speech: Speech, one: Requirement) -> Line:
    kind = speech.word("resource", one.kind)
    return line(kind, " (", speech.amount(one.amount), ")") if one.amount else line(kind)


def _ended(text: str) -> Line:
    """Free text that closes its sentence."""
    kept = text.strip()
    return line(Name(kept), "" if kept[-1:] in ".!?؟…" else ".")
