"""Which formats are offered, what of a map does each carry, and what stays behind?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from shutaf.analysis.situation import Situation
from shutaf.reports.formats.dl import dl
from shutaf.reports.formats.gexf import gexf
from shutaf.reports.formats.graphml import graphml
from shutaf.reports.formats.kumu import kumu_json, kumu_tables, kumu_workbook
from shutaf.reports.formats.pajek import pajek
from shutaf.reports.formats.partner import partner
from shutaf.reports.formats.vcard import vcard

Part: TypeAlias = Literal["people", "ties", "absences", "needs", "offers", "initiatives", "stances", "influences", "fields"]
"""What a map may hold besides its bodies. fields: everything said of a body but its name. absences: ties known not to exist."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way out. write: the Situation and the reader's language -> the bytes of the file."""

    key: str
    suffix: str
    media_type: str
    write: Callable[[Situation, str], bytes]
    carries: frozenset[Part]
    is_of_people: bool = False


_NETWORK: frozenset[Part] = frozenset({"ties", "fields"})

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        each.key: each
        for each in (
            Format("kumu", ".json", "application/json", kumu_json, _NETWORK),
            Format("kumu-xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kumu_workbook, _NETWORK),
            Format("kumu-csv", ".zip", "application/zip", kumu_tables, _NETWORK),
            Format("gexf", ".gexf", "application/xml", gexf, _NETWORK),
            Format("graphml", ".graphml", "application/xml", graphml, _NETWORK),
            Format("pajek", ".net", "text/plain; charset=utf-8", pajek, frozenset({"ties"})),
            Format("dl", ".zip", "application/zip", dl, _NETWORK),
            Format("partner", ".csv", "text/csv; charset=utf-8", partner, frozenset()),
            Format("vcard", ".vcf", "text/vcard; charset=utf-8", vcard, frozenset({"people"}), is_of_people=True),
        )
    }
)
"""By the key that --format and the addresses of the page take, in the order in which they are offered."""

_BY_SUFFIX = {".json": "kumu", ".gexf": "gexf", ".graphml": "graphml", ".net": "pajek", ".dl": "dl", ".csv": "partner", ".vcf": "vcard"}


def format_for(suffix: str) -> Format | None:
    """The one format that a file's name means; None where it means none or several."""
    key = _BY_SUFFIX.get(suffix.lower())
    return FORMATS[key] if key else None


def left_behind(situation: Situation, form: Format) -> dict[Part, int]:
    """How many rows of each part the map has that the file does not."""
    counts: dict[Part, int] = {
        "people": len(situation.people),
        "ties": sum(tie.status == "exists" for tie in situation.ties),
        "absences": sum(tie.status == "none" for tie in situation.ties),
        "needs": len(situation.needs),
        "offers": len(situation.offers),
        "initiatives": len(situation.initiatives),
        "stances": len(situation.stances),
        "influences": len(situation.influences),
    }
    return {part: count for part, count in counts.items() if count and part not in form.carries}
