"""The bodies as members of PARTNER: one row each, under the columns of its upload sheet."""

from __future__ import annotations

import csv
import io
import itertools
import string
from collections.abc import Iterator

from shutaf.analysis.situation import Body, Person, Situation
from shutaf.reports.workbook.folder import safe

COLUMNS = (
    "Primary Organization", "Node Label", "Address", "City", "Province", "Postal Code", "Country", "First Name", "Last Name", "Email",
    "Job Title", "Website", "Phone Number", "Sector", "Primary Org Function",
)  # fmt: skip
"""In the order of the provider's page "Upload Multiple Members"; a column left out makes the upload fail, so all stand there."""

_SHORTEST, _LONGEST = 2, 5
"""Letters of a node label; a longer one is not shown whole."""


def partner(situation: Situation, language: str) -> bytes:  # noqa: ARG001 - every format is asked alike
    """Of the people only the first of each body. UTF-8 with the mark that Excel needs; a cell that begins like a formula is guarded."""
    person = {each.body: each for each in reversed(situation.people)}
    bodies = (*situation.departments, *situation.organisations)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for body, label in zip(bodies, labels([body.name for body in bodies]), strict=True):
        writer.writerow([safe(value) for value in _row(body, label, person.get(body.ref), situation.place.country)])
    return text.getvalue().encode("utf-8-sig")


def _row(body: Body, label: str, person: Person | None, country: str) -> tuple[str, ...]:
    first, _, last = person.name.partition(" ") if person else ("", "", "")
    contact = (person.email, person.role, "", person.phone) if person else ("", "", "", "")
    sector = body.sector.text or body.sector.key or ("public" if body.is_department else "")
    return (body.name, label, "", body.city, "", "", country, first, last, *contact, sector, body.kind)


def labels(names: list[str]) -> Iterator[str]:
    """A label of two to five letters for each name, none twice: its initials, else its first letters, else letters in turn.

    >>> list(labels(["Green Valley Trust", "Green Village Team", "Ha"]))
    ['GVT', 'Green', 'Ha']
    """
    taken: set[str] = set()
    spare = ("".join(letters) for size in range(3, _LONGEST + 1) for letters in itertools.product(string.ascii_uppercase, repeat=size))
    for name in names:
        label = next((each for each in _likely(name) if each.casefold() not in taken), "")
        label = label or next(each for each in spare if each.casefold() not in taken)
        taken.add(label.casefold())
        yield label


def _likely(name: str) -> Iterator[str]:
    words = ["".join(filter(str.isalpha, word)) for word in name.split()]
    words = [word for word in words if word]
    letters = "".join(words)
    yield from (each for each in ("".join(word[0] for word in words)[:_LONGEST], letters[:_LONGEST]) if len(each) >= _SHORTEST)
    if letters:
        yield from (letters[: _LONGEST - 1] + letter for letter in string.ascii_uppercase)
