"""A whole town typed in the browser: ten departments and forty bodies, with sectors, kinds, themes, contacts, ties, needs and offers.

The example town is what she knows; she types it row by row. What is counted: keys that put no sign into a cell, loads of pages,
moves of the pointer. Of a word that a list completes, the letters she types are text; the rest of it she need not type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from hands import GridHands
from playwright.sync_api import Page

from shutaf import content
from shutaf.analysis.situation import Body, Situation, Word

DEPARTMENTS, BODIES = 10, 40
LANGUAGE = "he"
SECTORS = ("public", "business", "civil_society", "academia", "community", "other")


@dataclass
class Count:
    keys: int
    signs: int
    loads: int
    pointer: int

    def a_body(self, bodies: int) -> str:
        """As the bench prints it."""
        each = (
            f"{value / bodies:.2f} {name}" for name, value in (("keys", self.keys), ("loads", self.loads), ("pointer moves", self.pointer))
        )
        return f"{self.keys} keys, {self.loads} loads, {self.pointer} pointer moves for {bodies} bodies; a body: {', '.join(each)} ({self.signs} signs typed)"


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(texts)


def _targets(body: Body) -> tuple[Word, ...]:
    return body.department.targets if body.department else ()


@dataclass
class Typist:
    """One person at the keyboard."""

    page: Page
    base: str
    town: Situation
    loads: int = 0
    pointer: int = 0
    departments: list[Body] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hands = GridHands(self.page)
        self.departments = list(self.town.departments[:DEPARTMENTS])
        self.bodies = list(self.town.organisations[:BODIES])
        self.page.on("framenavigated", lambda frame: setattr(self, "loads", self.loads + (frame.parent_frame is None)))

    def run(self) -> Count:
        self.hands.open(f"{self.base}grid/departments/")
        self._map_departments()
        self.pointer += 1
        self.page.locator(".tabs a").nth(
            1 if "departments" in (self.page.locator(".tabs a").nth(0).get_attribute("href") or "") else 0
        ).click()
        self.page.wait_for_selector("[data-grid][data-ready]")
        self._map_bodies()
        return Count(len(self.hands.keys), self.hands.letters, self.loads, self.pointer)

    def run_pasted(self) -> Count:
        """The same out of a spreadsheet of hers, with its headers: one block a sheet."""
        heads = {"departments": "Department\tTargets it carries", "organisations": "Organisation\tKind of body\tThemes\tContact person"}
        told = {
            "departments": [(body.name, _joined(word.text for word in _targets(body))) for body in self.departments],
            "organisations": [
                (body.name, body.kind, _joined(word.text for word in body.themes), self._contact(body)) for body in self.bodies
            ],
        }
        for sheet, head in heads.items():
            self.hands.open(f"{self.base}grid/{sheet}/")
            self.pointer += 1
            self.page.locator("tr.blank [data-key=name]").click()
            self.hands.paste("\n".join((head, *("\t".join(row) for row in told[sheet]))))
            self.hands.settled()
        self._sectors()
        self.hands.settled()
        return Count(len(self.hands.keys), self.hands.letters, self.loads, self.pointer)

    def _map_departments(self) -> None:
        self._rows(self.departments, lambda body: (
            body.name, _joined(self._shortest(word.key, "theme") or word.text for word in _targets(body)), self._resources(body, "needs"), self._resources(body, "offers"),
        ))  # fmt: skip

    def _map_bodies(self) -> None:
        self._rows(self.bodies, lambda body: (
            body.name, body.kind, _joined(self._shortest(word.key, "theme") or word.text for word in body.themes), _joined(self._known(body)), self._contact(body),
            self._resources(body, "offers"), self._resources(body, "needs"),
        ))  # fmt: skip
        self._sectors()
        self.hands.settled()

    def _rows(self, bodies: Iterable[Body], told: Callable[[Body], tuple[str, ...]]) -> None:
        """Row by row from the empty one on: Tab to the next cell, Enter where no more is known."""
        self.pointer += 1
        self.page.locator("tr.blank [data-key=name]").click()
        for body in bodies:
            texts = told(body)
            last = max(i for i, text in enumerate(texts) if text)
            for text in texts[:last]:
                self.hands.type(text)
                self.hands.press("Tab")
            self.hands.type(texts[last])
            self.hands.press("Enter")
        self.hands.settled()

    def _sectors(self) -> None:
        """What names and kinds sound like is taken with one press; the rest by its digit, from gap to gap; what was taken wrongly is put right."""
        self.hands.settled()
        self.pointer += 1
        self.page.locator("[data-suggested]").click()
        self.hands.settled()
        self.pointer += 1
        self.page.locator("tbody tr [data-key=sector]").first.click()
        said = {content.say("sector", key, LANGUAGE): key for key in SECTORS}
        shown = self._shown("sector")
        at = 0
        for i, body in enumerate(self.bodies):
            if said.get(shown[i], "") == body.sector_key:
                continue
            moves = (
                ["Control+ArrowDown"] if not shown[i] and all(shown[j] for j in range(at + 1, i)) and i > at else ["ArrowDown"] * (i - at)
            )
            self.hands.press(*moves)
            self.hands.press(str(SECTORS.index(body.sector_key) + 1))
            at = i + 1

    def _shown(self, key: str) -> list[str]:
        found: list[str] = self.page.eval_on_selector_all(
            f"tbody tr:not(.blank) [data-key={key}] .cell > bdi", "cells => cells.map(cell => cell.textContent)"
        )
        return found

    # -- what she types

    def _shortest(self, key: str, list_key: str) -> str:
        """The first letters by which the list offers the word first."""
        entries = content.entries(list_key)
        names = [entry.names[LANGUAGE] for entry in entries]
        wanted = next((entry.names[LANGUAGE] for entry in entries if entry.key == key), "")
        return next(
            (wanted[:n] for n in range(2, len(wanted)) if next(name for name in names if name.startswith(wanted[:n])) == wanted), wanted
        )

    def _contact(self, body: Body) -> str:
        person = next((one for one in self.town.people if one.body == body.ref), None)
        return ", ".join(filter(None, (person.name, person.phone))) if person else ""

    def _known(self, body: Body) -> list[str]:
        names = {one.ref: one.name for one in self.departments}
        pairs = {frozenset((tie.source_ref, tie.target_ref)) for tie in self.town.ties if tie.status == "exists"}
        return [name for ref, name in names.items() if frozenset((ref, body.ref)) in pairs]

    def _resources(self, body: Body, side: str) -> str:
        rows = self.town.needs if side == "needs" else self.town.offers
        return _joined(f"{content.say('resource', row.kind.key, LANGUAGE)}: {row.title}" for row in rows if row.body == body.ref)

    def differences(self, stored: Situation) -> list[str]:
        """What stands in the map otherwise than she knows it."""
        by_name = {body.name: body for body in stored.bodies}
        found = [f"{body.name} is missing" for body in (*self.departments, *self.bodies) if body.name not in by_name]
        for body in self.bodies:
            if twin := by_name.get(body.name):
                mine, theirs = ((one.group_key, one.kind, tuple(word.key or word.text for word in one.themes)) for one in (body, twin))
                found += [f"{body.name}: {mine} is {theirs}"] if mine != theirs else []
                ties = {
                    frozenset((stored.body_by_ref[tie.source_ref].name, stored.body_by_ref[tie.target_ref].name)) for tie in stored.ties
                }
                found += [f"{body.name}: no tie with {name}" for name in self._known(body) if frozenset((name, body.name)) not in ties]
        people = {(one.name, one.phone) for one in stored.people}
        found += [
            f"{body.name}: no {self._contact(body)}"
            for body in self.bodies
            if (text := self._contact(body)) and not any(name in text and phone in text for name, phone in people)
        ]
        return found
