"""The workshop kit on paper: 75 minutes at round tables, with cards, a wall grid, a poster of gaps, and sheets whose answers are typed in by code."""

from shutaf.reports.kit.poster import write_poster
from shutaf.reports.kit.sheets import PARTS, write_kit

__all__ = ["PARTS", "write_kit", "write_poster"]
