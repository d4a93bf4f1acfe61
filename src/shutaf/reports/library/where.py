"""Where does a link of the library lead, in the form it is read in?

The same article stands on a page of the service, in a paper of its own, in the whole guide, and in a folder that is read without a server.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Leads = Callable[[str], str]


def nowhere(_key: str) -> str:
    """Words only."""
    return ""


@dataclass(frozen=True, slots=True)
class Where:
    """Each gives the address of one thing, "" where it is not to be reached. prefix: what anchors of sections and sources begin with."""

    article: Leads = nowhere
    case: Leads = nowhere
    term: Leads = nowhere
    prefix: str = ""

    def source(self, number: int) -> str:
        return f"#{self.source_anchor(number)}"

    def source_anchor(self, number: int) -> str:
        return f"{self.prefix}source-{number}"

    def section_anchor(self, key: str) -> str:
        return f"{self.prefix}{key}"


def article_anchor(address: str) -> str:
    """In a paper that holds many.

    >>> article_anchor("models/local_economy")
    'a-models-local_economy'
    """
    return f"a-{address.replace('/', '-')}"


def case_anchor(case_id: str) -> str:
    return f"c-{case_id}"


def term_anchor(key: str) -> str:
    return f"t-{key}"


def alone() -> Where:
    """In a paper of its own: its terms are explained at its end."""
    return Where(term=lambda key: f"#{term_anchor(key)}")


def in_guide(articles: frozenset[str], cases: frozenset[str], prefix: str = "") -> Where:
    """In the whole guide: to what stands in it."""
    return Where(
        article=lambda address: f"#{article_anchor(address)}" if address in articles else "",
        case=lambda case_id: f"#{case_anchor(case_id)}" if case_id in cases else "",
        term=lambda key: f"#{term_anchor(key)}",
        prefix=prefix,
    )


def in_folder(up: str, articles: frozenset[str], cases: frozenset[str]) -> Where:
    """In the folder of pages that holds these. up: what leads from this page to the top, "" or "../"."""
    return Where(
        article=lambda address: f"{up}{address}.html" if address in articles else "",
        case=lambda case_id: f"{up}cases/{case_id}.html" if case_id in cases else "",
        term=lambda key: f"{up}glossary.html#{term_anchor(key)}",
    )
