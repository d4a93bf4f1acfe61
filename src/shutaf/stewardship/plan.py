"""What would change if this file were accepted? New, changed and same rows, field by field, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from shutaf.analysis.situation import NOTHING, Body, Record, Situation
from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.names import Names

EMPTY: tuple[Any, ...] = (None, "", (), NOTHING, "unknown")


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row. now: the record that is there (None: new). then: as it will be. fields: (name, before, after) of what changes."""

    kind: str
    now: Any
    then: Any
    fields: tuple[tuple[str, Any, Any], ...] = ()

    @property
    def state(self) -> str:
        return "new" if self.now is None else ("changed" if self.fields else "same")


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a file would do. refs: ref in the file -> ref it will have. left: how many rows of each kind the file does not name."""

    rows: tuple[RowPlan, ...]
    refs: Mapping[str, str] = field(default_factory=dict)
    left: Mapping[str, int] = field(default_factory=dict)

    def of(self, state: str, kind: str = "") -> tuple[RowPlan, ...]:
        return tuple(row for row in self.rows if row.state == state and (not kind or row.kind == kind))

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """kind -> state -> how many."""
        found: dict[str, dict[str, int]] = {}
        for row in self.rows:
            states = found.setdefault(row.kind, {"new": 0, "changed": 0, "same": 0})
            states[row.state] += 1
        return found


def plan(now: Situation, incoming: Situation) -> Plan:
    """Pair what comes with what is there. An empty cell never erases what is known; what the file does not name stays.

    Bodies: by ref where the names are alike or the file has no other of that name, by registration number, by folded name in any language.
    People by body and name, ties by pair, kind and reporter, needs and offers by body and title, initiatives by name. O(rows).
    """
    refs = _body_refs(now, incoming)
    moved = _with_refs(incoming, refs)
    rows: list[RowPlan] = []
    if incoming.place != type(incoming.place)():
        rows.append(_pair("place", now.place if now.place != type(now.place)() else None, moved.place))
    if incoming.map != type(incoming.map)():
        rows.append(_pair("map", now.map if now.map != type(now.map)() else None, moved.map))
    left: dict[str, int] = {}
    for kind, here, there, key in _kinds(now, moved):
        known: dict[Any, list[Any]] = {}
        for record in here:
            known.setdefault(key(record), []).append(record)
        for record in there:
            match = known.get(key(record))
            rows.append(_pair(kind, match.pop(0) if match else None, record))
        left[kind] = sum(map(len, known.values()))
    return Plan(tuple(rows), refs, left)


def _kinds(now: Situation, incoming: Situation) -> Iterator[tuple[str, Sequence[Any], Sequence[Any], Callable[[Any], Any]]]:
    yield "body", now.bodies, incoming.bodies, lambda b: b.ref
    yield "person", now.people, incoming.people, lambda p: (p.body, fold(p.name))
    yield "tie", now.ties, incoming.ties, lambda t: (t.source_ref, t.target_ref, t.kind.key or fold(t.kind.text), t.reported_by)
    yield "need", now.needs, incoming.needs, lambda r: (r.body, fold(r.title))
    yield "offer", now.offers, incoming.offers, lambda r: (r.body, fold(r.title))
    yield "initiative", now.initiatives, incoming.initiatives, lambda i: fold(i.name)
    yield "stance", now.stances, incoming.stances, lambda s: (s.body, fold(s.objective), s.said_by)
    yield "influence", now.influences, incoming.influences, lambda i: (i.source_ref, i.target_ref, i.said_by)


def _body_refs(now: Situation, incoming: Situation) -> dict[str, str]:
    """ref in the file -> ref it is or will be."""
    names = Names()
    for body in now.bodies:
        names.add(body.ref, (body.registration_no,), (body.name, *(name for _, name in body.names)))
    taken = set(now.body_by_ref) | {p.ref for p in now.people}
    refs: dict[str, str] = {}
    used: set[str] = set()
    for body in incoming.bodies:
        found = _same_body(now, body, names)
        if found and found not in used:
            refs[body.ref] = found
            used.add(found)
            continue
        new, n = body.ref, 2
        while new in taken or new in used:
            new, n = f"{body.ref}-{n}", n + 1
        refs[body.ref] = new
        used.add(new)
    return refs


def _same_body(now: Situation, body: Body, names: Names) -> str:
    """The ref of the body that is meant, "" for a new one."""
    there = now.body_by_ref.get(body.ref)
    if there and _alike(there, body):
        return there.ref
    by_number = names.find(body.registration_no) if body.registration_no else None
    return by_number or next((ref for name in (body.name, *(n for _, n in body.names)) if (ref := names.find(name))), "")


def _alike(one: Body, other: Body) -> bool:
    """Two names of one body share a word of three letters or more."""
    mine = {word for text in (one.name, *(n for _, n in one.names)) for word in fold(text).split() if len(word) > 2}
    return not mine or bool(mine & {word for text in (other.name, *(n for _, n in other.names)) for word in fold(text).split()})


def _with_refs(incoming: Situation, refs: Mapping[str, str]) -> Situation:
    """The same with every ref of a body as it will be."""

    def to(ref: str) -> str:
        return refs.get(ref, ref)

    def each(records: Iterable[Any], *names: str) -> tuple[Any, ...]:
        return tuple(replace(record, **{name: to(getattr(record, name)) for name in names}) for record in records)

    return replace(
        incoming,
        bodies=each(incoming.bodies, "ref", "rated_by"),
        people=each(incoming.people, "body"),
        ties=each(incoming.ties, "source_ref", "target_ref", "reported_by", "holder"),
        needs=each(incoming.needs, "body", "said_by"),
        offers=each(incoming.offers, "body", "said_by"),
        initiatives=tuple(
            replace(i, gains=tuple(to(g) for g in i.gains), gains_what=tuple((to(g), what) for g, what in i.gains_what))
            for i in incoming.initiatives
        ),
        stances=each(incoming.stances, "body", "said_by"),
        influences=each(incoming.influences, "source_ref", "target_ref", "said_by"),
        map=replace(incoming.map, informants=tuple(to(x) for x in incoming.map.informants), asked=tuple(to(x) for x in incoming.map.asked)),
    )


_KEYS = frozenset({"ref", "origin"})


def _pair(kind: str, now: Any, then: Any) -> RowPlan:
    """A row with what of it changes; what the file leaves empty stays as it is."""
    if now is None:
        return RowPlan(kind, None, then)
    merged: dict[str, Any] = {}
    fields = []
    for name in now.__dataclass_fields__:
        before, after = getattr(now, name), getattr(then, name)
        if name in _KEYS or _is_default(now, name, after):
            continue
        value = _merged(before, after) if name in ("own", "names") else after
        if name == "department" and before is not None and after is not None:
            value = _filled(before, after)
        if value != before:
            merged[name] = value
            fields.append((name, before, value))
    return RowPlan(kind, now, replace(now, **merged), tuple(fields))


def _is_default(record: Record, name: str, value: Any) -> bool:
    """An empty cell, or what a sheet says by saying nothing (a tie exists, both ways; seen by editors; reported)."""
    return value in EMPTY or value == record.__dataclass_fields__[name].default


def _merged(before: tuple[tuple[str, str], ...], after: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple({**dict(before), **dict(after)}.items())


def _filled(before: Any, after: Any) -> Any:
    return replace(before, **{n: getattr(after, n) for n in before.__dataclass_fields__ if getattr(after, n) not in EMPTY})
