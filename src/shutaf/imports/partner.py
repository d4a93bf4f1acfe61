"""Which column of PARTNER's member sheet looks like a name and is only the short label of a picture?"""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.analysis.text.fold import fold_header

NAME, SHORT_LABEL = "Primary Organization", "Node Label"
"""Two headers of the sheet by which members are uploaded to PARTNER; a list of nodes may call its names by the second alone."""


def short_label_at(headers: Sequence[str]) -> int:
    """Where the short label stands beside the name; -1 in every other sheet.

    >>> short_label_at(["Node Label", "Primary Organization"]), short_label_at(["Node Label", "Sector"])
    (0, -1)
    """
    plain = [fold_header(header) for header in headers]
    return plain.index(fold_header(SHORT_LABEL)) if {fold_header(NAME), fold_header(SHORT_LABEL)} <= set(plain) else -1
