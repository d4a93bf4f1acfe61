"""Where do the links of a Word file lead: to a bookmark of its own, or to an address on the web?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from shutaf.reports.document import Block, Facts, Heading, Items

LONGEST = 40  # letters of a bookmark's name, Word's own limit


class Targets:
    """part: of the document, which keeps the addresses. blocks: whose anchors become bookmarks."""

    def __init__(self, part: Any, blocks: Iterable[Block]) -> None:
        self._part = part
        self._names = {anchor: _bookmark(anchor) for anchor in _anchors(blocks)}
        self._left = dict(self._names)
        self._number = 0

    def attributes(self, to: str) -> str:
        """What a hyperlink element says of its goal; "" where this file cannot lead there."""
        if to.startswith("#"):
            name = self._names.get(to[1:])
            return f'w:anchor="{name}"' if name else ""
        if to.startswith(("https://", "http://")):
            return f'r:id="{self._part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}"'
        return ""

    def mark(self, anchor: str) -> str:
        """The bookmark itself, once; "" where the block has none."""
        name = self._left.pop(anchor, None)
        if name is None:
            return ""
        self._number += 1
        return f'<w:bookmarkStart w:id="{self._number}" w:name="{name}"/><w:bookmarkEnd w:id="{self._number}"/>'


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading) and block.anchor:
            yield block.anchor
        elif isinstance(block, Items | Facts):
            yield from filter(None, block.anchors)


def _bookmark(anchor: str) -> str:
    """A name that Word takes: letters, digits and low lines, a letter first.

    >>> _bookmark("term-local-multiplier")
    'a_term_local_multiplier'
    """
    name = "a_" + re.sub(r"[^A-Za-z0-9]+", "_", anchor)
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 9]}_{hashlib.sha256(anchor.encode()).hexdigest()[:8]}"
