"""What does she want to stand in one cell instead of what stands there?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """One cell as it should be read; the file itself stays as it is. sheet, row and column name the cell as a Problem does.

    column "" with text "": the whole row is left out. column "" with a text: the one column of a list that has no header.
    """

    sheet: str
    row: int
    column: str
    text: str

    @property
    def leaves_row_out(self) -> bool:
        return not self.column and not self.text
