"""What stands in the library beside cases? Articles on shelves: models, steps, insights, sectors, three guides, methods, rules, about us."""

from shutaf.content.articles.reading import article, articles
from shutaf.content.articles.schema import SHELVES, Article, Block, Section, Source

__all__ = ["SHELVES", "Article", "Block", "Section", "Source", "article", "articles"]
