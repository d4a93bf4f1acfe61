"""The library on paper: an article, a case, the glossary, the comparison, the whole guide; and a folder of pages that needs no server."""

from shutaf.reports.library.article import article_paper
from shutaf.reports.library.case import case_paper
from shutaf.reports.library.comparison import comparison_paper
from shutaf.reports.library.folder import folder, zipped
from shutaf.reports.library.glossary import glossary_paper
from shutaf.reports.library.guide import READERS, Reader, guide

__all__ = ["READERS", "Reader", "article_paper", "case_paper", "comparison_paper", "folder", "glossary_paper", "guide", "zipped"]
