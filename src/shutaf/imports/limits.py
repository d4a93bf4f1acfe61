"""How much may come in before we refuse, so that no file can take the machine down?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one input. Ours: a municipality with 2,000 bodies and 20,000 ties uses about 3 % of them.

    file_bytes: of one file on disk, checked before it is opened. unpacked_bytes: of all parts of one zip together, and of a folder's files.
    ratio: unpacked to packed bytes of one part of more than 1 MiB (a real sheet of equal rows reaches about 60).
    rows, columns: of one sheet. cells: of one input. cell_characters: what a spreadsheet cell can hold. problems: shown of one kind in one column.
    """

    file_bytes: int = 50 * 2**20
    unpacked_bytes: int = 400 * 2**20
    ratio: int = 200
    parts: int = 2_000
    rows: int = 100_000
    columns: int = 500
    cells: int = 3_000_000
    cell_characters: int = 32_767
    problems: int = 200


LIMITS = Limits()
