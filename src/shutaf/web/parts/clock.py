"""Which day is it where the workspace is? As `partnerships.clock` knows, for pages."""

from shutaf.partnerships.clock import today_of, zone_of

__all__ = ["today_of", "zone_of"]
