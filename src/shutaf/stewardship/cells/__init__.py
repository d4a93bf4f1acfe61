"""What stands in the cells of the grid, and how is a cell written? Rows of several subjects, one sheet at a time."""

from shutaf.stewardship.cells.columns import SHEETS, GridColumn, GridSheet, sheet_of
from shutaf.stewardship.cells.ops import CellChange, CellNow, CellRefused, Written

__all__ = ["SHEETS", "CellChange", "CellNow", "CellRefused", "GridColumn", "GridSheet", "Written", "sheet_of"]
