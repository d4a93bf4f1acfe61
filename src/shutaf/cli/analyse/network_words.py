"""How are the numbers of a network said: what each is, what the map allows, and what to do next?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.network.missing_answers import ALL_FROM_PERCENT, NETWORK_FROM_PERCENT
from shutaf.analysis.situation import SECTORS
from shutaf.cli.analyse.network_numbers import ROLES
from shutaf.cli.analyse.network_study import Study
from shutaf.reports.document import Block, Cell, Heading, Line, Name, Notice, Paragraph, Table, fill, line
from shutaf.reports.wording.speech import Speech

WHOLE = {
    "n": N_("Bodies"),
    "m": N_("Known ties"),
    "density": N_("Density: known ties of possible ones"),
    "mean_degree": N_("Known ties of a body, on average"),
    "components": N_("Parts without a known tie between them"),
    "largest_component": N_("Bodies in the largest part"),
    "cut_bodies": N_("Bodies without which others have no known path"),
    "bridges": N_("Ties without which others have no known path"),
    "reciprocity": N_("Reciprocity: ties that go both ways"),
    "transitivity": N_("Transitivity: contacts of one body that have a tie themselves"),
    "degree_centralization": N_("Degree centralization: 0 even, 1 a star"),
    "in_degree_centralization_ucinet": N_("In-degree centralization, denominator of UCINET"),
    "in_degree_centralization_sna": N_("In-degree centralization, denominator of sna"),
    "out_degree_centralization_ucinet": N_("Out-degree centralization, denominator of UCINET"),
    "out_degree_centralization_sna": N_("Out-degree centralization, denominator of sna"),
    "betweenness_centralization": N_("Betweenness centralization: 0 even, 1 a star"),
    "ties_across": N_("Ties between groups"),
    "ties_within": N_("Ties inside groups"),
    "ei": N_("E-I index: −1 all inside, +1 all between groups"),
    "ei_expected": N_("E-I index that chance would give"),
    "communities": N_("Communities of two bodies or more"),
    "modularity": N_("Modularity of the communities"),
    "communities_stability": N_("Agreement of ten runs on the communities"),
}
"""The numbers of the whole, in the order of the table."""

OF_BODY = {
    "degree": N_("Contacts"),
    "in_degree": N_("Ties in"),
    "out_degree": N_("Ties out"),
    "betweenness": N_("Betweenness"),
    "constraint": N_("Constraint"),
    "effective_size": N_("Effective size"),
    "coordinator": N_("Coordinator"),
    "consultant": N_("Consultant"),
    "representative": N_("Representative"),
    "gatekeeper": N_("Gatekeeper"),
    "liaison": N_("Liaison"),
}
"""The columns of the table of bodies; the others are in the JSON."""

MOST_BODIES = 40
AS_SEEN = N_(
    "This map was reported: it shows what those who filled it in know. A pair without a row is not known; it does not mean “no tie”."
)
NOT_RANKED = N_(
    "Bodies stand by name and are not ranked; betweenness, closeness, eigenvector, constraint and effective size of single bodies are left out, because the reporting decides them."
)
WITH_AND_WITHOUT = N_(
    "Each number stands with and without the own ties of the municipality and of those who filled in the map ({n} bodies)."
)
FEW_ANSWERS = N_("Below {limit} single bodies are not ranked; the numbers of the whole are broad patterns.")
TOO_FEW_ANSWERS = N_("Below {limit} single bodies are not ranked, and the numbers of the whole are hardly sure.")
RANGE = N_(
    "Beside some numbers stands the range they would have if the silent answered like others of their group. It is no confidence interval."
)
NO_RANGE = N_("What the missing answers leave open is not told: in a group of a silent body fewer than five answered.")


def blocks_of(study: Study, numbers: Mapping[str, Any], speech: Speech) -> tuple[Block, ...]:
    """The network in words: what it rests on, the whole, the bodies."""
    return (_basis(study, numbers, speech), _whole(numbers, speech), Heading(2, line(_("Bodies"))), *_bodies(numbers, speech))


def _basis(study: Study, numbers: Mapping[str, Any], speech: Speech) -> Notice:
    return _reported(int(study.own.sum()), speech) if numbers["scope"] == "named" else _surveyed(study, numbers, speech)


def _reported(own: int, speech: Speech) -> Notice:
    lines = [line(_(AS_SEEN)), line(_(NOT_RANKED))]
    if own:
        lines.append(fill(_(WITH_AND_WITHOUT), n=speech.digits(own)))
    return Notice((*lines, fill(_("Next: ask the bodies themselves, then say {option}."), option=Name("--basis surveyed"))))


def _surveyed(study: Study, numbers: Mapping[str, Any], speech: Speech) -> Notice:
    rate = {"rate": speech.percent(study.response_rate), "n": speech.digits(study.network.n)}
    said = [fill(_("{answered} of {n} bodies answered for their own ties ({rate})."), answered=speech.digits(int(study.network.asked.sum())), **rate)]  # fmt: skip
    if numbers["scope"] != "ranked":
        percent, few = (ALL_FROM_PERCENT, FEW_ANSWERS) if numbers["showing"] == "network" else (NETWORK_FROM_PERCENT, TOO_FEW_ANSWERS)
        said.append(fill(_(few), limit=speech.percent(percent / 100)))
    if "sensitivity" in numbers:
        left_open = RANGE if numbers["sensitivity"] else NO_RANGE
        said.append(line(_(left_open)))
        said.append(line(_("Next: ask those who have not answered, the most connected ones first.")))
    return Notice(tuple(said), tone="good" if numbers["scope"] == "ranked" else "warn")


def _whole(numbers: Mapping[str, Any], speech: Speech) -> Table:
    rest, ranges = numbers.get("without_own"), numbers.get("sensitivity")
    keys = [key for key in WHOLE if key in numbers and (_is_known(numbers[key]) or key in ("density", "ei"))]
    head = [line(_("Figure")), line(_("Value"))]
    rows = [[Cell(line(_(WHOLE[key]))), _number(numbers[key], speech)] for key in keys]
    if rest:
        head.append(line(_("Without own ties")))
        rows = [[*row, _number(rest.get(key, float("nan")), speech)] for key, row in zip(keys, rows, strict=True)]
    if ranges:
        head.append(line(_("If the silent were like the others")))
        rows = [[*row, _range(ranges.get(key), speech)] for key, row in zip(keys, rows, strict=True)]
    return Table(line(_("The whole network")), tuple(head), tuple(map(tuple, rows)))


def _range(ends: Sequence[float] | None, speech: Speech) -> Cell:
    if ends is None or not all(map(_is_known, ends)):
        return Cell(())
    return Cell(line(_("{low} to {high}").format(low=speech.digits(ends[0], 3), high=speech.digits(ends[1], 3))), number=True)


def _bodies(numbers: Mapping[str, Any], speech: Speech) -> tuple[Block, ...]:
    bodies = _in_order(numbers)
    if numbers["scope"] == "named":
        columns = _named_columns(bodies, has_rest="without_own" in numbers)
    else:
        columns = [(key, _(label), [body[key] for body in bodies]) for key, label in OF_BODY.items() if key in bodies[0]] if bodies else []
        columns = [column for column in columns if any(map(_is_known, column[2]))]
    if not columns:
        return (Paragraph(line(_("Nothing is said of single bodies here."))),)
    shown = range(min(MOST_BODIES, len(bodies)))
    table = Table(
        line(_("How the bodies stand to each other")),
        (line(_("Name")), _group_head(numbers["group_by"]), *(line(label) for _key, label, _values in columns)),
        tuple(
            (
                Cell((Name(bodies[i]["name"]),)),
                Cell(_group(bodies[i]["group"], speech)),
                *(_number(values[i], speech) for _key, _label, values in columns),
            )
            for i in shown
        ),
    )
    more = len(bodies) - MOST_BODIES
    return (
        table,
        *(
            [Paragraph(fill(_("{n} more bodies: {option} has them all."), n=speech.digits(more), option=Name("--json")), "small")]
            if more > 0
            else []
        ),
    )


def _named_columns(bodies: Sequence[Mapping[str, Any]], *, has_rest: bool) -> list[tuple[str, str, list[float]]]:
    """What may be said on a reported map: contacts, and how often a body is between two others, with and without own ties."""
    columns = [
        ("degree", _("Contacts"), [body["degree"] for body in bodies]),
        ("brokerage", _("Between two others without a tie"), [body["brokerage"] for body in bodies]),
    ]
    if has_rest:
        columns.append(("without_own", _("The same without own ties"), [body["without_own"]["brokerage"] for body in bodies]))
    return columns


def _group_head(column: str) -> Line:
    """The column as the user named it; the sector, where she named none, in the reader's language."""
    return line(_("Sector")) if column == "sector" else (Name(column),)


def _group(group: str | None, speech: Speech) -> Line:
    """A sector in the reader's language, any other word as written."""
    return line(speech.group(group)) if group in SECTORS else (Name(group or "?"),)


def _in_order(numbers: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """By name where nobody may be ranked; else by how often they connect others who have no tie, across groups first."""
    bodies: Sequence[Mapping[str, Any]] = numbers["bodies"]
    if numbers["scope"] != "ranked":
        return sorted(bodies, key=lambda body: body["name"])
    return sorted(
        bodies, key=lambda body: (-sum(body[role] for role in ROLES if role != "coordinator"), -body["coordinator"], body["name"])
    )


def _is_known(value: object) -> bool:
    return isinstance(value, int | float) and value == value


def _number(value: float, speech: Speech) -> Cell:
    return Cell(line(speech.digits(value, 3)), number=True) if _is_known(value) else Cell(line("–"), number=True, unknown=True)
