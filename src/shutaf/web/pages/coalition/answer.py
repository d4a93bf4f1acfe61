"""What is said beside the members: how sure the answer is, what changed by what was asked, what a further sector costs, and what nobody offers?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from shutaf.analysis.coalition.cover import Brought, Gap, Wish
from shutaf.analysis.situation import Offer
from shutaf.reports.document import Line
from shutaf.reports.wording import coalition as words
from shutaf.reports.wording.choice import LEFT_OUT
from shutaf.reports.wording.coalition import told
from shutaf.reports.wording.template import speak
from shutaf.web.pages.coalition import asked as addresses
from shutaf.web.pages.coalition.shown import Shown

AT_ONE_TABLE = 12
"""Ours: so many still meet and decide together."""


@dataclass(frozen=True)
class Told:
    """level: 1 to 4 bars. sure, trust, change: lines in order; conflicts: two members that want opposite things."""

    headline: Line
    level: int
    sure: tuple[Line, ...]
    trust: tuple[Line, ...]
    conflicts: tuple[Line, ...]
    change: tuple[Line, ...]
    left_out: tuple[Line, ...]


@dataclass(frozen=True)
class WishTold:
    """One more sector: its price, what its body offers, and the address that asks for it ("" when there is nobody)."""

    sector: str
    key: str
    price: Line
    offers: tuple[Offer, ...]
    href: str


@dataclass(frozen=True)
class NeedTold:
    """Something that is needed, who of the members brings it (ref, offer), and how much of it is covered; is_unsure where an amount was not said."""

    what: Line
    givers: tuple[tuple[str, Offer], ...]
    share: str
    is_unsure: bool


@dataclass(frozen=True)
class GapTold:
    """Something that nobody covers, and who could be asked."""

    what: Line
    said: tuple[Line, ...]
    offers: tuple[Offer, ...]


def answer(shown: Shown) -> Told:
    speech, best = shown.speech, shown.best
    size, covered, of = shown.set.size, shown.set.covered, shown.set.of
    return Told(
        headline=told(words.COVERS_ALL if covered == of else words.COVERS_PART, speech, n=size, covered=covered, of=of),
        level=1 if not best.proven else 2 if best.unsure else 3,
        sure=tuple(_sure(shown)),
        trust=tuple(_trust(shown)),
        conflicts=tuple(told(words.CONFLICT, speech, one=c.one, other=c.other, objective=c.objective) for c in best.conflicts),
        change=tuple(_change(shown)) if shown.asked else (),
        left_out=tuple(speak(LEFT_OUT[one.why], {"body": one.ref}, speech) for one in best.left_out),
    )


def _sure(shown: Shown) -> Iterator[Line]:
    speech, best = shown.speech, shown.best
    if not best.members:
        yield told(words.NOT_FOUND, speech)
        return
    yield told(words.PROVEN, speech) if best.proven else told(words.BEST_SO_FAR, speech, bound=best.bound)
    if len(best.members) > AT_ONE_TABLE:
        yield told(words.TOO_MANY, speech, n=len(best.members))
    if best.unsure:
        yield told(words.UNSURE, speech, what=shown.requirements(best.unsure))
        if best.members_when_sure is not None:
            yield told(words.WHEN_SURE, speech, n=best.members_when_sure)
        elif best.when_sure_open:
            yield told(words.SURE_OPEN, speech)
        elif not best.gaps:
            yield told(words.NEVER_SURE, speech)


def _trust(shown: Shown) -> Iterator[Line]:
    trust, speech = shown.set.trust, shown.speech
    if trust.pairs:
        yield told(words.TIED, speech, pairs=trust.pairs, tied=len(trust.tied))
    if trust.unknown:
        yield told(words.TIE_UNKNOWN, speech, n=len(trust.unknown))
    if trust.untied:
        yield told(words.UNTIED, speech, n=len(trust.untied))


def _change(shown: Shown) -> Iterator[Line]:
    """What is asked does this to the answer."""
    speech, found = shown.speech, shown.found
    if found.joined:
        yield told(words.JOINS, speech, refs=found.joined)
    if found.left:
        yield told(words.LEAVES, speech, refs=found.left)
    if not found.joined and not found.left:
        yield told(words.SAME, speech)
    more = len(found.best.members) - len(found.plain.members)
    if more:
        yield told(words.LARGER if more > 0 else words.SMALLER, speech, n=abs(more))
    known = {place for gap in found.plain.gaps for place in gap.requirements}
    opened = [place for gap in found.best.gaps for place in gap.requirements if place not in known]
    if opened:
        yield told(words.OPENS, speech, what=shown.requirements(opened))


def wishes(shown: Shown) -> list[WishTold]:
    return [_wish(shown, one) for one in shown.best.wishes]


def _wish(shown: Shown, wish: Wish) -> WishTold:
    speech, price = shown.speech, wish.price_in_members
    template = words.WISH_NOBODY if price is None else words.WISH_PRICE if price else words.WISH_FREE
    offers = tuple(offer for offer in shown.situation.offers if offer.body == wish.would_add)
    href = "" if price is None else addresses.but(shown.asked, sectors=(*shown.asked.sectors, wish.sector))
    return WishTold(speech.group(wish.sector), wish.sector, told(template, speech, n=price, body=wish.would_add), offers[:3], href)


def needs(shown: Shown) -> list[NeedTold]:
    """Each required resource in the order it was written, with who brings it."""
    brought = [(one.ref, given) for one in shown.best.members for given in one.brings]
    short = frozenset(gap.requirements for gap in shown.best.gaps)
    return [_need(shown, places, brought, short) for places in sorted({given.requirements for _, given in brought} | short)]


def _need(shown: Shown, places: tuple[int, ...], brought: Sequence[tuple[str, Brought]], short: Collection[tuple[int, ...]]) -> NeedTold:
    """What is short is covered by nobody here: how much all known offers would give stands under what is missing."""
    givers = tuple((ref, given.offer) for ref, given in brought if given.requirements == places)
    is_unsure = bool(set(places) & set(shown.best.unsure))
    return NeedTold(shown.requirements(places), givers, shown.speech.percent(0.0 if places in short else 1.0), is_unsure)


def gaps(shown: Shown) -> list[GapTold]:
    return [_gap(shown, one) for one in shown.best.gaps]


def _gap(shown: Shown, gap: Gap) -> GapTold:
    speech, said = shown.speech, []
    share = gap.offered_share_0_1
    said.append(told(words.PART_OFFERED, speech, share=speech.percent(share)) if share else told(words.NONE_OFFERED, speech))
    if gap.also_offered_by:
        said.append(told(words.OUT_OFFERS, speech, refs=gap.also_offered_by))
    return GapTold(shown.requirements(gap.requirements), tuple(said), gap.offers)


def never_asked(shown: Shown, neighbours: Mapping[str, int]) -> Line:
    """Bodies that work with members and of which no offer is written, those who know most of them first; () for none. neighbours: members known, by ref."""
    offering = {offer.body for offer in shown.situation.offers}
    refs = [
        ref
        for ref in neighbours
        if ref not in offering and ref not in shown.best.refs and not shown.situation.body_by_ref[ref].is_department
    ]
    refs.sort(key=lambda ref: -neighbours[ref])
    return told(words.NOBODY_ASKED, shown.speech, n=len(refs), refs=tuple(refs)) if refs else ()
