"""The words of: what each foreign format is for, what it cannot hold, and what of this map stays behind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.situation import Situation
from shutaf.reports.formats.offered import Format, Part, left_behind


@dataclass(frozen=True, slots=True)
class About:
    """name: as the program calls it. use: what it is good for. limit: what it changes or cannot hold, besides the parts that are counted."""

    name: str
    use: str
    limit: str


_MUTUAL_TWICE = N_("Where any tie runs one way, each mutual tie stands there and back; one known not to exist is left out.")

ABOUT: Mapping[str, About] = {
    "kumu": About("Kumu (JSON)", N_("Drop it on a map in Kumu."), N_("The type of an element is its sector, its tags are the themes.")),
    "kumu-xlsx": About("Kumu (XLSX)", N_("Import it in Kumu, or look at it in Excel first."), N_("The type of an element is its sector, its tags are the themes.")),
    "kumu-csv": About("Kumu (CSV)", N_("Two tables, elements and connections, in one zip."), N_("The type of an element is its sector, its tags are the themes.")),
    "gexf": About("GEXF", N_("Open it in Gephi: coloured by sector, ties with their time span."), N_("A date of a year or a month becomes a span of days; as it was written it stands beside it.")),
    "graphml": About("GraphML", N_("For igraph, networkx, yEd and Cytoscape."), _MUTUAL_TWICE),
    "pajek": About("Pajek", N_("Names, kinds and strengths of ties, for Pajek and old programs."), N_("Nothing of a body but its name; quotation marks become their twins in print.")),
    "dl": About("UCINET DL", N_("A network with short labels, and the table of what they mean."), N_("Of a tie only its strength; two ties of one pair are two entries.")),
    "partner": About("PARTNER CSV", N_("Members to upload to PARTNER, under the columns of its template."), N_("No ties. Of the people only the first of each body; the short label is made up.")),
    "vcard": About("vCard", N_("The people, for telephones and mail programs."), N_("Only name, organisation, role, telephone, mail and language; no notes and no dates.")),
}  # fmt: skip
"""By the key of the format."""

PARTS: Mapping[Part, str] = {
    "people": N_("people"),
    "ties": N_("ties"),
    "absences": N_("known absences of a tie"),
    "needs": N_("needs"),
    "offers": N_("offers"),
    "initiatives": N_("initiatives"),
    "stances": N_("stances"),
    "influences": N_("influence"),
}


def use_of(key: str) -> str:
    return _(ABOUT[key].use)


def limit_of(key: str) -> str:
    return _(ABOUT[key].limit)


def said_left_behind(situation: Situation, form: Format, besides: Collection[Part] = ()) -> str:
    """What this map has that the file does not, counted; "" for nothing. besides: what was said already."""
    left = [f"{_(PARTS[part])}: {count}" for part, count in left_behind(situation, form).items() if part not in besides]
    return _(", ").join(left)


def left_by_all(situation: Situation, forms: Iterable[Format]) -> tuple[Part, ...]:
    """What none of the formats has a place for, so that it is said once for all."""
    left = [left_behind(situation, form) for form in forms]
    return tuple(part for part in left[0] if all(part in each for each in left)) if left else ()


def said_left_by_all(situation: Situation, forms: Sequence[Format]) -> str:
    """The same, counted; "" for nothing."""
    parts = left_by_all(situation, forms)
    return _(", ").join(f"{_(PARTS[part])}: {left_behind(situation, forms[0])[part]}" for part in parts)
