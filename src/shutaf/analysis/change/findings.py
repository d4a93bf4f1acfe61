"""Which of the changes call for a step?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from shutaf.analysis.actors.evidence import counted, other_end, rows_of, ties_by_body
from shutaf.analysis.actors.gaps import absent_sectors
from shutaf.analysis.change.model import Changes, TieChange
from shutaf.analysis.situation import Finding, Record, Situation, Sure, Visibility

WRITTEN = Sure(4, "compared")
"""The comparison itself is certain: both states are written. What lies behind a difference is asked, not claimed."""


def change_findings(old: Situation, new: Situation, since: Changes) -> tuple[Finding, ...]:
    """The changes worth a step, the weightiest first; keys, facts and steps as the table in docs/reference/change.md lists them.

    since: what `changes(old, new)` returned. Rows of what is gone are rows of the old file. O(changes + ties).
    """
    found = (*_sectors(old, new), *_ties(new, since), *_holders(old, since), *_bodies(old, since), *_needs(since), *_initiatives(since))
    return tuple(sorted(found, key=lambda finding: -finding.weight))


def _sectors(old: Situation, new: Situation) -> Iterator[Finding]:
    before, after = absent_sectors(old), absent_sectors(new)
    for sector in before:
        if sector not in after:
            bodies = [body for body in new.bodies if body.sector_key == sector]
            facts = {"sector": sector, "bodies": counted("bodies_in_sector", bodies, sector)}
            yield Finding("sector_filled", tuple(b.ref for b in bodies), facts, WRITTEN, "meet_new_sector", rows_of(bodies), weight=8.0)
    for sector in after:
        if sector not in before and old.bodies:
            bodies = [body for body in old.bodies if body.sector_key == sector]
            facts = {"sector": sector, "bodies": counted("bodies_in_sector", bodies, sector)}
            yield Finding("sector_emptied", (), facts, WRITTEN, "list_who_in_sector", rows_of(bodies), weight=9.0)


def _ties(new: Situation, since: Changes) -> Iterator[Finding]:
    groups = (
        ("ties_gained", since.ties_gained, "note_how_tie_came", 4.0),
        ("ties_lost", since.ties_lost, "ask_whether_tie_holds", 6.0),
        ("ties_now_none", since.ties_now_none, "ask_why_no_tie", 5.0),
    )
    for key, changed, step, weight in groups:
        if changed:
            rows = [change.tie for change in changed]
            across = [change.tie for change in changed if _is_across(new, change)]
            facts = {
                "ties": counted(key, rows),
                "across": counted(f"{key}_across_sectors", across, base=float(len(rows))),
                "pairs": tuple(change.pair for change in changed),
            }
            subject = tuple(dict.fromkeys(ref for change in changed for ref in change.pair))
            yield Finding(key, subject, facts, WRITTEN, step, rows_of(rows), weight=weight)


def _holders(old: Situation, since: Changes) -> Iterator[Finding]:
    """A person who left held ties: somebody must take them over. The person's name is for the driver."""
    for end in since.roles_ended:
        held = [tie for tie in old.known_ties if tie.holder in (end.person.ref, end.person.name)]
        if held:
            refs = tuple(dict.fromkeys(since.ref_now.get(ref, ref) for tie in held for ref in (tie.source_ref, tie.target_ref)))
            facts = {
                "person": end.person.name,
                "role": end.person.role,
                "body": end.body,
                "how": end.how,
                "until": end.person.until_date,
                "ties": counted("ties_held", held, end.person.ref),
            }
            rows: Sequence[Record] = (end.person, *held)
            yield Finding("holder_left", refs, facts, WRITTEN, "hand_over_ties", rows_of(rows), audience="driver", weight=10.0)


def _bodies(old: Situation, since: Changes) -> Iterator[Finding]:
    ties = ties_by_body(old)
    for body in since.bodies_gone:
        known = ties.get(body.ref, ())
        offers = [offer for offer in old.offers if offer.body == body.ref]
        if known or offers:
            others = (old.body_by_ref[other_end(tie, body.ref)] for tie in known)
            facts = {
                "name": body.name,
                "ties": counted("ties_of_body", known, body.ref),
                "departments": tuple(since.ref_now.get(other.ref, "") for other in others if other.is_department),
                "offers": counted("offers_of_body", offers, body.ref),
            }
            yield Finding("body_gone", (), facts, WRITTEN, "ask_why_gone", rows_of([body, *known, *offers]), weight=7.0)
    if since.bodies_new:
        refs = tuple(body.ref for body in since.bodies_new)
        new = {"bodies": counted("bodies_new", since.bodies_new)}
        yield Finding("bodies_new", refs, new, WRITTEN, "ask_needs_and_offers", rows_of(since.bodies_new), weight=1.0)
    for invited in since.invitations_changed:
        answers = {"before": invited.before, "after": invited.after}
        yield Finding("invitation_changed", (invited.ref,), answers, WRITTEN, "tell_invitation", audience="driver", weight=3.0)


def _needs(since: Changes) -> Iterator[Finding]:
    for gone in since.needs_gone:
        refs = tuple(ref for ref in (since.ref_now.get(gone.need.body, ""),) if ref)
        facts = {"title": gone.need.title, "kind": gone.need.kind, "maybe_met_by": gone.maybe_met_by}
        yield Finding(
            "need_gone", refs, facts, WRITTEN, "ask_whether_met", rows_of([gone.need]), audience=_audience(gone.need.visible_to), weight=3.5
        )


def _initiatives(since: Changes) -> Iterator[Finding]:
    for change in since.initiatives_changed:
        facts = {"initiative": change.after.ref, "changed": change.changed}
        yield Finding("initiative_changed", (), facts, WRITTEN, "say_why_changed", rows_of([change.after]), weight=4.5)


def _audience(visible_to: Visibility) -> Literal["room", "driver"]:
    return "driver" if visible_to == "editors" else "room"


def _is_across(situation: Situation, change: TieChange) -> bool:
    one, two = (situation.body_by_ref[ref].sector_key for ref in change.pair)
    return bool(one and two and one != two)
