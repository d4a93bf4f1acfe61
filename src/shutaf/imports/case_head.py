"""What does the head of a case file say? Every field by its name and kind; what is not known, too deep, or more than texts is refused with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from shutaf.analysis.situation import SECTORS, TYPOLOGIES
from shutaf.content import LANGUAGES, entries
from shutaf.content.cases import OUTCOMES, PARTS, PLACE_KINDS, Case, CasePlace, Claim, Partner, Read, Texts
from shutaf.content.cases.schema import PARTNER_PARTS
from shutaf.imports.values import UnreadableError, iso_date

Wrong = tuple[str, int | None, Mapping[str, Any]]

VERSION, MOST_DEPTH, MOST_EVENTS, MOST_ROWS = 1, 6, 20_000, 200
MOST_IN_LINE = 1000
_GRADES, _BASES = ("measured", "self_reported", "expected"), ("source", "inferred")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,1000}")


class BrokenError(Exception):
    """found: keys of problems, each with its line and facts."""

    def __init__(self, found: Sequence[Wrong]) -> None:
        super().__init__(found)
        self.found = tuple(found)


class _Plain(yaml.SafeLoader):
    """Nothing is guessed: `2024-05` and `no` stay texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - how PyYAML is told


@dataclass(frozen=True, slots=True)
class Value:
    """A text, a list or a mapping, and the line where it stands."""

    line: int
    text: str = ""
    several: tuple[Value, ...] = ()
    named: Mapping[str, Value] = field(default_factory=dict)
    kind: str = "text"


def values_of(text: str, first_line: int) -> Value:
    """The YAML as plain values. Raises BrokenError for aliases, tags, too deep or too much of it, fields twice, and what is no YAML."""
    try:
        _bounded(text, first_line)
        node = yaml.compose(text, Loader=_Plain)
    except yaml.MarkedYAMLError as why:
        is_open = "quoted" in (why.context or "")  # where the text begins tells more than where the file ends
        mark = why.context_mark if is_open else why.problem_mark or why.context_mark
        raise BrokenError([("case.head_unreadable", (mark.line if mark else 0) + first_line, {})]) from None
    except yaml.YAMLError:
        raise BrokenError([("case.head_unreadable", first_line, {})]) from None
    if not isinstance(node, yaml.MappingNode):
        raise BrokenError([("case.head_unreadable", first_line, {})])
    return _value(node, first_line)


def _bounded(text: str, first_line: int) -> None:
    """Looked at event by event, before anything is built of it."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Plain)):
        line = (event.start_mark.line if event.start_mark else 0) + first_line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BrokenError([("case.alias", line, {})])
        if getattr(event, "tag", None):
            raise BrokenError([("case.alias", line, {})])
        if isinstance(event, yaml.DocumentStartEvent) and count > 1:
            raise BrokenError([("case.head_unreadable", line, {})])
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            raise BrokenError([("case.too_deep", line, {"limit": MOST_DEPTH})])
        if count > MOST_EVENTS:
            raise BrokenError([("case.too_much", line, {"limit": MOST_EVENTS})])


def _value(node: yaml.Node, first_line: int) -> Value:
    line = node.start_mark.line + first_line
    if isinstance(node, yaml.SequenceNode):
        return Value(line, several=tuple(_value(one, first_line) for one in node.value), kind="list")
    if isinstance(node, yaml.MappingNode):
        named: dict[str, Value] = {}
        for name, value in node.value:
            at = name.start_mark.line + first_line
            if not isinstance(name, yaml.ScalarNode) or name.value in named:
                raise BrokenError([("case.field_twice", at, {"text": str(name.value)[:60]})])
            named[name.value] = _value(value, first_line)
        return Value(line, named=named, kind="fields")
    return Value(line, text=str(node.value).strip())


class Reader:
    """Takes fields out of a mapping and gathers what is wrong with them."""

    def __init__(self, value: Value, wrong: list[Wrong], name: str = "") -> None:
        self.value, self.wrong, self.left = value, wrong, dict(value.named)
        if value.kind != "fields":
            self._wrong(value, name)

    def _wrong(self, value: Value, name: str, allowed: Collection[str] = ()) -> None:
        key = "case.wrong_word" if allowed else "case.wrong_value"
        facts = {"name": name, "text": value.text[:60] or value.kind} | ({"allowed": tuple(allowed)} if allowed else {})
        self.wrong.append((key, value.line, facts))

    def text(self, name: str, most: int = MOST_IN_LINE, *, needed: bool = False) -> str:
        value = self.left.pop(name, None)
        if value is None or (value.kind == "text" and not value.text):
            if needed:
                self.wrong.append(("case.missing", self.value.line, {"name": name}))
            return ""
        if value.kind != "text" or len(value.text) > most or any(ord(letter) < 32 for letter in value.text):
            self._wrong(value, name)
            return ""
        return value.text

    def word(self, name: str, allowed: Collection[str], default: str = "", *, needed: bool = False) -> str:
        value = self.left.get(name)
        text = self.text(name, needed=needed)
        if value and text and text not in allowed:
            self._wrong(value, name, allowed)
        return text or default

    def words(self, name: str, allowed: Collection[str]) -> tuple[str, ...]:
        found = []
        for value in self.rows(name):
            if value.kind != "text" or value.text not in allowed:
                self._wrong(value, name, allowed)
            found.append(value.text)
        return tuple(dict.fromkeys(found))

    def rows(self, name: str) -> tuple[Value, ...]:
        value = self.left.pop(name, None)
        if value is None or (value.kind == "text" and not value.text):
            return ()
        if value.kind != "list" or len(value.several) > MOST_ROWS:
            self._wrong(value, name)
            return ()
        return value.several

    def whole(self, name: str, least: int, most: int) -> int | None:
        value = self.left.get(name)
        text = self.text(name)
        if not text or value is None:
            return None
        if not text.isascii() or not text.isdecimal() or not least <= int(text[:15]) <= most:
            self._wrong(value, name)
            return None
        return int(text)

    def day(self, name: str) -> str:
        value = self.left.get(name)
        text = self.text(name, 10)
        if not text or value is None:
            return ""
        try:
            return iso_date(text)
        except UnreadableError:
            self._wrong(value, name)
            return ""

    def done(self) -> None:
        """Whatever is left is a field that nobody knows."""
        self.wrong += [("case.unknown_field", value.line, {"text": name[:60]}) for name, value in self.left.items()]


@dataclass(frozen=True)
class Head:
    """The head as read. keys: of its claims and partners, each with its line; make: texts by key -> the case."""

    languages: tuple[str, ...]
    keys: Mapping[str, int]
    make: Callable[[Callable[[str], Texts]], Case]

    def case(self, texts: Callable[[str], Texts]) -> Case:
        return self.make(texts)


def read_head(text: str, *, first_line: int) -> Head:
    wrong: list[Wrong] = []
    top = Reader(values_of(text, first_line), wrong)
    if (version := top.text("shutaf_case")) != str(VERSION):
        raise BrokenError([("case.version", first_line, {"text": version or "–", "limit": VERSION})])
    plain = {
        "id": top.text("id", 100), "original": top.text("original", 300), "typology": top.word("typology", TYPOLOGIES),
        "themes": top.words("themes", [one.key for one in entries("theme")]), "sector_lead": top.word("sector_lead", SECTORS),
        "outcome": top.word("outcome", OUTCOMES, "unknown"), "start": top.day("start"), "end": top.day("end"), "unknown": top.words("unknown", PARTS),
        "country": _country(top),
    }  # fmt: skip
    languages = top.words("languages", LANGUAGES)
    if not languages:
        wrong.append(("case.missing", first_line, {"name": "languages"}))
    place = _place(Reader(top.left.pop("place", Value(first_line, kind="fields")), wrong, "place"))
    partners = [_partner(Reader(row, wrong, "partners")) for row in top.rows("partners")]
    claims = [_claim(Reader(row, wrong, "claims")) for row in top.rows("claims")]
    top.done()
    keys: dict[str, int] = {}
    for key, line, _make in (*partners, *claims):
        if key in keys or not re.fullmatch(r"[pc]\d{1,4}", key):
            wrong.append(("case.key", line, {"text": key[:60]}))
        keys[key] = line
    if wrong:
        raise BrokenError(wrong)

    def make(texts: Callable[[str], Texts]) -> Case:
        names = texts("name")
        return Case(
            names=names, place=place(texts("place")), summary=texts("summary"), partners=tuple(one(texts(key)) for key, _line, one in partners),
            claims=tuple(one(texts(key)) for key, _line, one in sorted(claims, key=lambda found: PARTS.index(found[2]({}).part))),
            **cast(Any, plain | {"original": plain["original"] or next(iter(names.values()))}),
        )  # fmt: skip

    return Head(languages, keys, make)


def _country(top: Reader) -> str:
    value = top.left.get("country")
    code = top.text("country", 2)
    if value and code and not re.fullmatch(r"[A-Z]{2}", code):
        top._wrong(value, "country")
    return code


def _place(row: Reader) -> Callable[[Texts], CasePlace]:
    kind, population = row.word("kind", PLACE_KINDS, "town"), row.whole("population", 0, 10**10)
    cluster, traits = row.whole("cluster_1_10", 1, 10), row.words("traits", [one.key for one in entries("trait")])
    row.done()
    return lambda names: CasePlace(names, cast(Any, kind), population, cluster, traits)


def _partner(row: Reader) -> tuple[str, int, Callable[[Texts], Partner]]:
    key, original = row.text("key", needed=True), row.text("original", 300)
    sector, part = row.word("sector", SECTORS), row.word("part", PARTNER_PARTS, "member")
    row.done()
    return key, row.value.line, lambda names: Partner(names, original or next(iter(names.values()), ""), sector, cast(Any, part))


def _claim(row: Reader) -> tuple[str, int, Callable[[Texts], Claim]]:
    key, part = row.text("key", needed=True), row.word("part", PARTS, needed=True)
    value, mark = row.text("value", 300), row.text("mark")
    grade, basis = row.word("grade", _GRADES), row.word("basis", _BASES, "source")
    reads = tuple(_reads(row))
    row.done()
    return key, row.value.line, lambda text: Claim(cast(Any, part), text, value, cast(Any, grade), cast(Any, basis), reads, not mark, mark)


def _reads(row: Reader) -> Iterator[Read]:
    for value in row.rows("read"):
        one = Reader(value, row.wrong, "read")
        address = one.text("address", needed=True)
        if address and not _ADDRESS.fullmatch(address):
            row.wrong.append(("case.wrong_value", value.line, {"name": "address", "text": address[:60]}))
        read = Read(address, one.day("on"), one.text("phrase", 500))
        one.done()
        yield read
