"""The network map as scenes, pictures and sheets of paper: one way of asking, one answer for every painter."""

from shutaf.reports.map.asked import COLOURS, SIZES, VIEWS, MapAsked
from shutaf.reports.map.scene import scene_of

__all__ = ["COLOURS", "SIZES", "VIEWS", "MapAsked", "scene_of"]
