"""What changed on this map since an older state of it?"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from shutaf.analysis.actors.shared_goals import same_word
from shutaf.analysis.change.model import Changed, Changes, InitiativeChange, NeedGone, RoleEnd, TieChange
from shutaf.analysis.change.pairing import Pairing, pair
from shutaf.analysis.situation import Body, Initiative, Need, Resource, Situation, Tie, TieStatus
from shutaf.analysis.text.fold import fold

R = TypeVar("R", bound=Resource)

_STATUS_ORDER: tuple[TieStatus, ...] = ("exists", "none", "unknown")


def changes(old: Situation, new: Situation) -> Changes:
    """Compare two states of one map.

    Bodies are the same by name (folded), else by ref: refs of a sheet without ids count rows and move when one is inserted.
    Needs and offers are the same by body, title and kind; initiatives by name, else ref; people by name, else ref. A tie is compared as what is
    known of its pair; ties of a body that came or went are told with the body. A blank pair is unknown: a tie that is no longer listed is `lost` to our
    knowledge, one now said to be none is `ties_now_none`. A need that is gone may be met, dropped or forgotten: which, nobody wrote. O(rows).
    """
    bodies = pair(old.bodies, new.bodies, lambda body: fold(body.name), lambda body: body.ref)
    ref_now = {before.ref: after.ref for before, after in bodies.same}
    ties = tuple(_tie_changes(old, new, ref_now))
    needs = _resources(old.needs, new.needs, ref_now)
    offers = _resources(old.offers, new.offers, ref_now)
    initiatives = pair(old.initiatives, new.initiatives, lambda one: fold(one.name), lambda one: one.ref)
    gained = tuple(tie for tie in ties if tie.after == "exists" and tie.before != "exists")
    return Changes(
        bodies_new=bodies.new,
        bodies_gone=bodies.gone,
        bodies_renamed=_differing(bodies, lambda body: body.name),
        sectors_changed=_differing(bodies, lambda body: body.sector_key),
        invitations_changed=_differing(bodies, lambda body: body.invite),
        ties_kept=tuple(tie for tie in ties if tie.before == tie.after == "exists"),
        ties_gained=gained,
        ties_lost=tuple(tie for tie in ties if tie.before == "exists" and tie.after == "unknown"),
        ties_now_none=tuple(tie for tie in ties if tie.after == "none" and tie.before != "none"),
        needs_new=needs.new,
        needs_gone=tuple(_need_gone(need, old, ref_now, gained) for need in needs.gone),
        offers_new=offers.new,
        offers_gone=offers.gone,
        initiatives_new=initiatives.new,
        initiatives_gone=initiatives.gone,
        initiatives_changed=tuple(_initiatives_changed(initiatives, ref_now)),
        roles_ended=tuple(_roles_ended(old, new, ref_now)),
        ref_now=ref_now,
    )


def _differing(bodies: Pairing[Body], value: Callable[[Body], str]) -> tuple[Changed, ...]:
    return tuple(Changed(after.ref, value(before), value(after)) for before, after in bodies.same if value(before) != value(after))


def _tie_changes(old: Situation, new: Situation, ref_now: Mapping[str, str]) -> Iterator[TieChange]:
    before = _known_of_pairs(old, ref_now)
    after = _known_of_pairs(new, {ref: ref for ref in ref_now.values()})
    for key in dict.fromkeys((*before, *after)):
        then, now = before.get(key), after.get(key)
        row = now or then
        if row is not None:
            yield TieChange(key, then.status if then else "unknown", now.status if now else "unknown", row)


def _known_of_pairs(situation: Situation, ref_now: Mapping[str, str]) -> Mapping[tuple[str, str], Tie]:
    """The row that says most about each pair of bodies that both states have: a yes before a no before "unknown"."""
    found: dict[tuple[str, str], Tie] = {}
    for tie in situation.ties:
        one, two = ref_now.get(tie.source_ref, ""), ref_now.get(tie.target_ref, "")
        if one and two and one != two:
            key = (min(one, two), max(one, two))
            found[key] = min(found.get(key, tie), tie, key=lambda row: _STATUS_ORDER.index(row.status))
    return found


def _resources(old: Sequence[R], new: Sequence[R], ref_now: Mapping[str, str]) -> Pairing[R]:
    here = {ref: ref for ref in ref_now.values()}
    told: dict[int, Hashable] = {}
    for rows, refs in ((old, ref_now), (new, here)):
        for row in rows:
            told[id(row)] = (refs.get(row.body, f"not in both: {row.body}"), fold(row.title), row.kind.key or fold(row.kind.text))
    return pair(old, new, lambda row: told[id(row)], lambda row: (told[id(row)], row.ref))


def _need_gone(need: Need, old: Situation, ref_now: Mapping[str, str], gained: Sequence[TieChange]) -> NeedGone:
    ref = ref_now.get(need.body, "")
    partners = {other for tie in gained if ref in tie.pair for other in tie.pair if other != ref}
    offering = {ref_now.get(offer.body, "") for offer in old.offers if need.kind and same_word(offer.kind) == same_word(need.kind)}
    return NeedGone(need, tuple(sorted(partners & offering)))


def _initiatives_changed(initiatives: Pairing[Initiative], ref_now: Mapping[str, str]) -> Iterator[InitiativeChange]:
    for before, after in initiatives.same:
        moved = replace(before, ref=after.ref, gains=tuple(ref_now.get(gain, gain) for gain in before.gains))
        names = tuple(field.name for field in fields(Initiative) if field.compare)
        changed = tuple(name for name in names if getattr(moved, name) != getattr(after, name))
        if changed:
            yield InitiativeChange(before, after, changed)


def _roles_ended(old: Situation, new: Situation, ref_now: Mapping[str, str]) -> Iterator[RoleEnd]:
    people = pair(old.people, new.people, lambda person: fold(person.name), lambda person: person.ref)
    for person in people.gone:
        yield RoleEnd(person, ref_now.get(person.body, ""), "gone")
    for before, after in people.same:
        body = ref_now.get(before.body, "")
        if after.body != body or (before.role and after.role != before.role):
            yield RoleEnd(before, body, "moved")
        elif after.until_date and not before.until_date:
            yield RoleEnd(after, body, "until")
