"""One map as data, which two painters draw: the SVG of this room and the canvas of the page."""

from shutaf.charts.scenes.scene import Key, Line, Named, Outline, Scene, SceneNode, SceneTie

__all__ = ["Key", "Line", "Named", "Outline", "Scene", "SceneNode", "SceneTie"]
