"""Needs and offers, the ranking and the coalition, worked out a second time: plain loops on the CSV files, and every set tried for the coalition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations

import networkx as nx
import numpy as np
from example_files import Row, bodies, departments, gap_days, graph, measured, nth, organisations, rows, sectors, share_of, values
from second_way_map import About, Answer, count, open_rows

# -- needs and offers


def numbered(sheet: str) -> dict[str, Row]:
    """The rows by ref, as "need 3"."""
    return {f"{sheet.removesuffix('s')} {i}": row for i, row in enumerate(rows(sheet), 1)}


def share(need: Row, offer: Row) -> float | None:
    return share_of(measured(need["amount"], need["unit"]), measured(offer["amount"], offer["unit"]))


def fits(need: Row, offer: Row) -> bool:
    """The same kind from another body; nothing known speaks against it: theme, half of the amount, time."""
    themes, covered = (values(need["themes"]), values(offer["themes"])), share(need, offer)
    return (
        need["kind"] == offer["kind"] != ""
        and need["body"] != offer["body"]
        and (not all(themes) or bool(set(themes[0]) & set(themes[1])))
        and (covered is None or covered >= 0.5)
        and not gap_days(need, offer)
    )


def score(need: Row, offer: Row) -> float:
    """0.40 amount, 0.25 theme, 0.20 time, 0.10 place, 0.05 tie; half of each where it is not known."""
    covered = share(need, offer)
    known_themes = need["themes"] and offer["themes"]
    known_times = all((need["from"], need["until"], offer["from"], offer["until"]))
    same_place = need["where"].strip() == offer["where"].strip() != ""
    tied = graph().has_edge(need["body"], offer["body"])
    return (
        0.40 * (0.5 if covered is None else covered) + 0.25 * (1 if known_themes else 0.5) + 0.20 * (1 if known_times else 0.5)
        + 0.10 * (1 if same_place else 0.5) + 0.05 * (1 if tied else 0.5)
    )  # fmt: skip


@cache
def fitting() -> tuple[tuple[str, str], ...]:
    needs, offers = numbered("needs"), numbered("offers")
    return tuple((need, offer) for need in needs for offer in offers if fits(needs[need], offers[offer]))


def matches_suggested(about: About) -> Answer:
    """The heaviest matching, by networkx' blossom algorithm instead of linear assignment."""
    pairs = nx.Graph()
    pairs.add_weighted_edges_from((need, offer, score(nth(need), nth(offer))) for need, offer in fitting())
    return count(nx.max_weight_matching(pairs), float(len(rows("needs"))))


def left_over(sheet: str) -> Callable[[About], Answer]:
    """Needs that no offer fits, or offers that fit no need, of those the audience may see."""

    def counted(about: About) -> Answer:
        seen = {ref: row for ref, row in numbered(sheet).items() if (row["visible_to"] == "editors") is (about == ("driver",))}
        paired = {ref for pair in fitting() for ref in pair}
        return count((ref for ref, row in seen.items() if ref not in paired and row["kind"]), float(len(seen)))

    return counted


def silent(told: str, other: str) -> Callable[[About], Answer]:
    """Bodies with a row the audience may see in the one sheet, and none at all in the other."""

    def counted(about: About) -> Answer:
        seen = {row["body"] for row in rows(told) if (row["visible_to"] == "editors") is (about == ("driver",))}
        return count(seen - {row["body"] for row in rows(other)}, float(len(seen)))

    return counted


# -- what initiatives are compared by


def required(initiative: Row) -> dict[tuple[str, str], tuple[int, tuple[str, float] | None]]:
    """By kind and dimension: the first place and the sum of what is wanted."""
    found: dict[tuple[str, str], tuple[int, tuple[str, float] | None]] = {}
    for place, part in enumerate(values(initiative["requires"])):
        kind, _, amount = part.partition(":")
        number, _, unit = amount.partition(" ")
        wanted = measured(number, unit)
        group = kind, wanted[0] if wanted else ""
        first, so_far = found.get(group, (place, None))
        found[group] = first, (wanted[0], wanted[1] + (so_far[1] if so_far else 0.0)) if wanted else None
    return found


@cache
def stances(name: str) -> Mapping[str, float]:
    """The most cautious stance of each body on an initiative."""
    lowest: dict[str, float] = {}
    for row in rows("stances"):
        if row["objective"] == name and row["body"] in bodies():
            lowest[row["body"]] = min(float(row["stance_-4_4"]), lowest.get(row["body"], 4.0))
    return lowest


def not_counted_on(initiative: Row) -> set[str]:
    against = {ref for ref, level in stances(initiative["name"]).items() if level <= -3}
    return (
        against
        | {row["id"] for row in rows("organisations") if row["invite"] == "no"}
        | {row["id"] for row in rows("departments") if row["would_join"] == "no"}
    )


def gifts(initiative: Row, kind: str, wanted: tuple[str, float] | None) -> Iterator[tuple[str, float | None]]:
    """Giver and share of each offer of the kind; None: it may cover."""
    for offer in rows("offers"):
        if offer["kind"] == kind and offer["body"] not in not_counted_on(initiative):
            yield offer["body"], 1.0 if wanted is None else share_of(wanted, measured(offer["amount"], offer["unit"]))


def known_share(initiative: Row, kind: str, wanted: tuple[str, float] | None) -> float:
    return min(1.0, sum(given or 0.0 for _, given in gifts(initiative, kind, wanted)))


def covered_share(initiative: Row, kind: str, wanted: tuple[str, float] | None) -> float:
    may = any(given is None for _, given in gifts(initiative, kind, wanted))
    return 1.0 if may else known_share(initiative, kind, wanted)


def resources_covered(about: About) -> Answer:
    initiative = nth(about[0])
    shares = [covered_share(initiative, kind, wanted) for (kind, _), (_, wanted) in required(initiative).items()]
    return sum(shares) / len(shares), float(len(shares))


def requirement_share(about: About) -> Answer:
    initiative, place = nth(about[0]), int(about[1])
    ((kind, wanted),) = [(kind, wanted) for (kind, _), (first, wanted) in required(initiative).items() if first == place]
    return known_share(initiative, kind, wanted), 1.0


def sectors_gain(about: About) -> Answer:
    return count({sectors()[ref] for ref in values(nth(about[0])["gains"]) if ref in bodies()} - {""})


def bodies_willing(about: About) -> Answer:
    known = stances(nth(about[0])["name"])
    return count((level for level in known.values() if level > 0), float(len(known)))


# -- the ranking: PROMETHEE II by loops

OWN = tuple(column for column in rows("initiatives")[0] if column.startswith("criterion:"))
SEED, DRAWS = 20_160_715, 1_000
Weights = list[float]


@cache
def known_values() -> dict[str, list[float | None]]:
    """By initiative: months, sectors, resources, bodies, then the town's own criteria. The chance is the floor and no criterion."""
    return {
        ref: [
            float(row["months_to_result"]) if row["months_to_result"] else None,
            sectors_gain((ref,))[0] or None,
            resources_covered((ref,))[0],
            bodies_willing((ref,))[0],
            *(float(row[column]) if row[column] else None for column in OWN),
        ]
        for ref, row in numbered("initiatives").items()
    }


@cache
def gains() -> dict[tuple[str, str], list[float | None]]:
    """How strongly each criterion prefers the one over the other, less the reverse; None where either value is unknown."""
    spread = [max(known) - min(known) for known in ([float(row[column]) for row in rows("initiatives") if row[column]] for column in OWN)]
    steps = [(-1, 1, 12), (1, 0, 2), (1, 0, 0.5), (1, 0, 3), *((1, 0, full) for full in spread)]
    found = {}
    for one, other in ((one, other) for one in known_values() for other in known_values() if one != other):
        said = zip(steps, known_values()[one], known_values()[other], strict=True)
        found[one, other] = [None if a is None or b is None else preferred(sign * (a - b), free, full) for (sign, free, full), a, b in said]
    return found


def preferred(difference: float, free: float, full: float) -> float:
    strength = min(1.0, max(0.0, (abs(difference) - free) / (full - free)))
    return strength if difference > 0 else -strength


def net_flow(ref: str, weights: Weights) -> float:
    flows = []
    for other in known_values():
        if other != ref:
            known = [(weight, gain) for weight, gain in zip(weights, gains()[ref, other], strict=True) if gain is not None]
            if total := sum(weight for weight, _ in known):
                flows.append(sum(weight * gain for weight, gain in known) / total)
    return sum(flows) / len(flows)


def first(weights: Weights) -> str:
    """The highest net flow of those whose chance reaches 0.7; equal flows: the higher chance."""
    chances = {ref: float(row["chance_0_1"]) for ref, row in numbered("initiatives").items() if row["chance_0_1"]}
    able = [ref for ref, chance in chances.items() if chance >= 0.7]
    return max(able, key=lambda ref: (round(net_flow(ref, weights), 9), chances[ref]))


@cache
def shares_first() -> Counter[str]:
    """The same thousand weightings (numpy's generator and seed), everything else by loops."""
    draws = np.random.default_rng(SEED).dirichlet(np.ones(4 + len(OWN)), DRAWS)
    return Counter(first(list(draw)) for draw in draws)


def share_first(about: About) -> Answer:
    return shares_first()[about[0]] / DRAWS, 1.0


def first_holds(about: About) -> Answer:
    equal = [1.0] * (4 + len(OWN))
    changed = [[*equal[:j], factor, *equal[j + 1 :]] for j in range(len(equal)) for factor in (0.8, 1.2)]
    return count((weights for weights in changed if first(weights) == first(equal) == about[0]), float(len(changed)))


FINALS = str.maketrans("ךםןףץ", "כמנפצ")


def lost_at(about: About, side: int) -> Answer:
    """The last weight at which the first still is first, going down (-1) or up (+1) from equal weights: by hundredths, then by halves."""
    size = 4 + len(OWN)
    keys = [
        "months_to_result",
        "sectors_gain",
        "resources_covered",
        "bodies_willing",
        *(f"own:{c.removeprefix('criterion:').casefold().translate(FINALS)}" for c in OWN),
    ]
    at, equal = keys.index(about[1]), 1 / size

    def leader(share: float) -> str:
        return first([share if j == at else (1 - share) / (size - 1) for j in range(size)])

    hundredths = [i / 100 for i in range(101) if (i / 100 - equal) * side > 0]
    for share in sorted(hundredths, key=lambda share: abs(share - equal)):
        if leader(share) != about[0]:
            near, far = max(share - side / 100, equal) if side > 0 else min(share - side / 100, equal), share
            while abs(far - near) > 1e-10:
                middle = (near + far) / 2
                near, far = (middle, far) if leader(middle) == about[0] else (near, middle)
            return near, 1.0
    raise AssertionError("the first place is never lost on this side")


def wish_price(about: About) -> Answer:
    """What the smallest set costs more when somebody of this sector must be in it."""
    initiative = nth(about[0])
    free = sorted(bodies() - not_counted_on(initiative))
    of_sector = {ref for ref in free if sectors()[ref] == about[1] and ref in organisations()}
    smallest, _ = coalition_size((about[0],))
    givers = {
        ref for (kind, _), (_, wanted) in required(initiative).items() for ref, share in gifts(initiative, kind, wanted) if share != 0
    }
    idle = {sectors()[ref] if ref in organisations() else "department": ref for ref in free if ref not in givers}
    tried = sorted(givers | set(idle.values()))
    for size in range(int(smallest), len(tried)):
        if any(set(chosen) & of_sector and covers(initiative, set(chosen)) for chosen in combinations(tried, size)):
            return size - smallest, None
    raise AssertionError("no set holds this sector")


def own_criterion(about: About) -> Answer:
    (column,) = [column for column in OWN if column.removeprefix("criterion:") == about[1]]
    return float(nth(about[0])[column]), None


# -- the coalition: every set of bodies, smallest first


def covers(initiative: Row, chosen: set[str]) -> bool:
    """The municipality, another sector, and whatever all known offers together could cover."""
    if not chosen & departments() or not any(sectors()[ref] not in ("public", "") for ref in chosen & organisations()):
        return False
    for (kind, _), (_, wanted) in required(initiative).items():
        if covered_share(initiative, kind, wanted) >= 1:
            given = [share for ref, share in gifts(initiative, kind, wanted) if ref in chosen]
            if None not in given and sum(filter(None, given)) < 1 - 1e-9:
                return False
    return True


def coalition_size(about: About) -> Answer:
    """Bodies that give nothing are alike but for their side, so one of each stands for all of them."""
    initiative = nth(about[0])
    free = sorted(bodies() - not_counted_on(initiative))
    givers = {
        ref for (kind, _), (_, wanted) in required(initiative).items() for ref, share in gifts(initiative, kind, wanted) if share != 0
    }
    idle = {
        ref in departments(): ref
        for ref in free
        if ref not in givers and sectors()[ref] not in ("", *(() if ref in departments() else ("public",)))
    }
    tried = sorted(givers | set(idle.values()))
    return next(
        float(size) for size in range(1, len(tried)) if any(covers(initiative, set(chosen)) for chosen in combinations(tried, size))
    ), None


CHOICE: dict[str, Callable[[About], Answer]] = {
    "needs_known": lambda about: count(rows("needs")),
    "offers_known": lambda about: count(rows("offers")),
    "matches_suggested": matches_suggested,
    "need_share_covered": lambda about: (share(nth(about[0]), nth(about[1])) or 0.0, 1.0),
    "gap_days": lambda about: (float(gap_days(nth(about[0]), nth(about[1]))), None),
    "needs_unmet": left_over("needs"),
    "offers_unused": left_over("offers"),
    "bodies_offer_unknown": silent("needs", "offers"),
    "bodies_need_unknown": silent("offers", "needs"),
    "initiative_chance": lambda about: (float(nth(about[0])["chance_0_1"]), None),
    "initiative_months_to_result": lambda about: (float(nth(about[0])["months_to_result"]), None),
    "initiative_sectors_gain": sectors_gain,
    "initiative_resources_covered": resources_covered,
    "initiative_bodies_willing": bodies_willing,
    "initiative_own_criterion": own_criterion,
    "initiative_share_first": share_first,
    "initiative_net_flow": lambda about: (net_flow(about[0], [1.0] * (4 + len(OWN))), None),
    "first_holds": first_holds,
    "weight_rises_over": lambda about: lost_at(about, +1),
    "wish_price": wish_price,
    "requirement_share_covered": requirement_share,
    "coalition_size": coalition_size,
    "initiatives_chance_unknown": lambda about: open_rows(rows("initiatives"), "chance_0_1"),
    "chances_unknown": lambda about: open_rows(rows("initiatives"), "chance_0_1"),
    "months_unknown": lambda about: open_rows(rows("initiatives"), "months_to_result"),
    "requirements_unknown": lambda about: open_rows(rows("initiatives"), "requires"),
}
