"""What do the papers on data protection rest on? Counted from the tables and read from the registry of personal fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TableFacts:
    """One table that holds, or may hold, something about people. rows: None where nobody counted. kinds: name, email and so on, of its fields.

    days: how long it is kept; 0: as long as what it belongs to, -1: as the workspace says. delicate: fields that could hold an opinion of somebody.
    """

    table: str
    purposes: tuple[str, ...]
    kinds: tuple[str, ...]
    sources: tuple[str, ...]
    retention: str
    days: int
    delicate: tuple[str, ...] = ()
    rows: int | None = None

    @property
    def is_meant(self) -> bool:
        """It is there to hold people, not only texts that may name one."""
        return any(kind != "text" for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who answers for the data. Empty where the setting is empty, and then the paper says so."""

    operator: str = ""
    officer: str = ""
    officer_mail: str = ""


@dataclass(frozen=True, slots=True)
class SurplusLine:
    """Something that is perhaps kept longer, or more of it, than needed. key: of `wording.privacy.SURPLUS`; oldest: ISO day, "" for none."""

    key: str
    rows: int
    oldest: str = ""


@dataclass(frozen=True, slots=True)
class RequestCounts:
    """Requests of people: how many wait, are late, were answered, refused; the most days one took."""

    waiting: int = 0
    late: int = 0
    done: int = 0
    refused: int = 0
    most_days: int = 0


@dataclass(frozen=True, slots=True)
class PrivacyFacts:
    """One workspace; of the service as a whole only `tables` without counts, and who answers."""

    tables: tuple[TableFacts, ...]
    answerable: Answerable
    today: str
    workspace: str = ""
    people: int = 0
    members: Mapping[str, int] = field(default_factory=dict)
    bodies: int = 0
    links_open: int = 0
    needs_second_factor: bool = False
    contact_log_days: int = 0
    contact_reads: int = 0
    backup_days: int = 0
    erased: int = 0
    requests: RequestCounts = RequestCounts()
    surplus: tuple[SurplusLine, ...] = ()
    is_https: bool = False
    is_fictional: bool = False

    @property
    def users(self) -> int:
        return sum(self.members.values())


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """A person in one field of one row, in words of the reader. when: what is written of who wrote it and on which day."""

    table: str
    title: str
    field: str
    text: str
    purpose: str
    sources: tuple[str, ...]
    by: str
    at: str
    retention: str
    days: int
