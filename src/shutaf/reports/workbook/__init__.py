"""How does she take everything home again? The lossless workbook, its folder of CSV files, and the empty template."""

from shutaf.reports.workbook.book import write_workbook
from shutaf.reports.workbook.folder import write_folder
from shutaf.reports.workbook.reworded import in_words_of
from shutaf.reports.workbook.template import write_template

__all__ = ["in_words_of", "write_folder", "write_template", "write_workbook"]
