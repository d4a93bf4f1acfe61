"""What tests of pictures read back from an SVG: its texts with their boxes, its marks, and the rules that hold for all pictures."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import pytest

from shutaf.charts.labels import Box, text_box
from shutaf.charts.svg import Picture
from shutaf.charts.text_width import text_width

SVG = "{http://www.w3.org/2000/svg}"
ISOLATES = "\u2068\u2069\u200f"


@dataclass(frozen=True)
class Written:
    """One line of text as drawn."""

    text: str
    x: float
    y: float
    anchor: str
    size: float
    box: Box


@dataclass(frozen=True)
class Drawn:
    """An SVG read back."""

    root: ET.Element
    texts: tuple[Written, ...]
    marks: tuple[Box, ...]

    def has(self, text: str) -> bool:
        return any(text in line.text for line in self.texts)

    def where(self, text: str) -> Written:
        return next(line for line in self.texts if line.text == text)


def _written(element: ET.Element) -> Written:
    text = (element.text or "").strip(ISOLATES)
    x, y, size = (float(element.attrib[name]) for name in ("x", "y", "font-size"))
    anchor, strong = element.get("text-anchor", "start"), element.get("font-weight") == "600"
    shift = {"start": 0.5, "middle": 0.0, "end": -0.5}[anchor] * text_width(text, size, strong)
    return Written(text, x, y, anchor, size, text_box([text], x + shift, y, size, strong))


def _mark(path: str) -> Box:
    outline = path.split("z")[0]
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", outline)]
    if "a" in outline:
        return Box(numbers[0], numbers[1] - numbers[2], numbers[0] + 2 * numbers[2], numbers[1] + numbers[2])
    return Box(min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2]))


def _check_rules(root: ET.Element, picture: Picture) -> None:
    assert root.get("direction") == "ltr"
    assert root.get("font-family") == "Rubik"
    assert root.find(f"{SVG}title") is not None
    assert root.find(f"{SVG}desc") is not None
    for element in root.iter():
        assert "style" not in element.attrib
        assert not [name for name in element.attrib if name.startswith("on")]
        assert element.tag.removeprefix(SVG) not in ("script", "style", "foreignObject", "image")
    for text in root.iter(f"{SVG}text"):
        assert (text.text or "")[0] == "\u2068"
        assert (text.text or "")[-1] == "\u2069"
        assert float(text.attrib["font-size"]) >= 12
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert picture.labelled <= picture.total


@pytest.fixture
def read() -> Callable[[Picture], Drawn]:
    """Reads a picture back and checks what holds for every picture of ours."""

    def reader(picture: Picture) -> Drawn:
        root = ET.fromstring(picture.svg)
        _check_rules(root, picture)
        nodes = [group for group in root.iter() if (group.get("class") or "").startswith("node")]
        marks = [path.attrib["d"] for group in nodes for path in group.iter(f"{SVG}path") if (path.get("class") or "").startswith("is-")]
        return Drawn(
            root,
            tuple(_written(text) for text in root.iter(f"{SVG}text") if not text.get("aria-hidden")),
            tuple(_mark(path) for path in marks),
        )

    return reader


@pytest.fixture
def collisions() -> Callable[[Drawn], list[tuple[str, str]]]:
    """Pairs of texts whose boxes meet, and texts that cover a mark; coordinates are rounded to 0.1 px, so 0.2 px are forgiven."""

    def meet(one: Box, other: Box) -> bool:
        return Box(one.left + 0.2, one.top + 0.2, one.right - 0.2, one.bottom - 0.2).meets(other)

    def finder(drawn: Drawn) -> list[tuple[str, str]]:
        found = [(a.text, b.text) for a, b in combinations(drawn.texts, 2) if meet(a.box, b.box)]
        return found + [(a.text, "a mark") for a in drawn.texts for mark in drawn.marks if meet(a.box, mark)]

    return finder
