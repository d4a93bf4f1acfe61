"""The four steps of the first hour, how far each is, and what the next five minutes would add."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf.analysis.situation import Situation


@dataclass(frozen=True, slots=True)
class Step:
    """page: name of its address; minutes: when it ends in the hour; share_0_1: how far it is; says: how far in words."""

    page: str
    title: str
    minutes: int
    share_0_1: float
    says: str
    is_here: bool

    @property
    def arc(self) -> int:
        """The share on a ring of 100 units."""
        return round(100 * self.share_0_1)


NAMES_WANTED, PAIRS_WANTED, EXCHANGE_WANTED = 30, 60, 12


def steps(situation: Situation, here: str) -> tuple[Step, ...]:
    """Where we are. The order guides and locks nothing."""
    bodies, outside = len(situation.bodies), situation.organisations
    with_sector = sum(bool(body.group_key) for body in situation.bodies)
    pairs = sum(tie.source_ref in {d.ref for d in situation.departments} for tie in situation.ties)
    said = len(situation.needs) + len(situation.offers)
    found = (
        ("hour_names", _("Names"), 5, min(1.0, bodies / NAMES_WANTED), ngettext("{n} name", "{n} names", bodies).format(n=bodies)),
        ("hour_sectors", _("Sectors"), 10, with_sector / bodies if bodies else 0.0, _("{n} of {all}").format(n=with_sector, all=bodies)),
        (
            "hour_ticks",
            _("Who talks to whom"),
            25,
            min(1.0, pairs / PAIRS_WANTED),
            ngettext("{n} pair", "{n} pairs", pairs).format(n=pairs),
        ),
        ("hour_exchange", _("Needs and offers"), 45, min(1.0, said / EXCHANGE_WANTED), _("{n} said").format(n=said)),
        ("hour_brief", _("Brief"), 60, 1.0 if outside and situation.ties and said else 0.0, ""),
    )
    return tuple(Step(page, title, minutes, share, says, page == here) for page, title, minutes, share, says in found)


def next_five(situation: Situation, here: str) -> str:
    """One sentence: what five more minutes would add, from what is there and what is not."""
    unknown = sum(not body.group_key for body in situation.bodies)
    silent = sum(not any(one.body == body.ref for one in (*situation.needs, *situation.offers)) for body in situation.bodies)
    if len(situation.bodies) < 10:
        return _("Five more minutes: ten more names, and the picture has something to show.")
    if unknown:
        return ngettext(
            "Five more minutes: one sector to tap, and the picture shows which sector is missing.",
            "Five more minutes: {n} sectors to tap, and the picture shows which sector is missing.",
            unknown,
        ).format(n=unknown)
    if not situation.departments:
        return _("Five more minutes: name the departments, and one sees which of them talks to whom.")
    if not situation.ties or here == "hour_sectors":
        return _("Five more minutes: one column of ticks, and ties show up that hang on a single clerk.")
    if not situation.needs or not situation.offers:
        return _("Five more minutes: one need and one offer a side, and the first match may appear.")
    return ngettext(
        "Five more minutes: ask one more body what it needs; so far {n} was not asked.",
        "Five more minutes: ask one more body what it needs; so far {n} were not asked.",
        silent,
    ).format(n=silent)
