"""How do pictures come into a Word file: charts as sharp PNGs with their alternative text, shapes as decoration?"""

from __future__ import annotations

import io
import re
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import resvg_py

from shutaf.reports.writers.cleaning import clean
from shutaf.reports.writers.docx.xml import TEXT_WIDTH_MM, emu, escape
from shutaf.reports.writers.pictures import bare
from shutaf.reports.writers.shapes import shape_svg

PIXELS_PER_MM = 7.36  # 187 dots an inch: twice the 640 of a wide chart over the text's width; more only makes dense maps slow to write
TALLEST_MM = 225  # what fits on a page with its caption
PAPER = "#ffffff"  # below charts: their ink is dark, and Word may set pages dark
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_VIEW_BOX = re.compile(r'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([1-9][\d.]*)[\s,]+([1-9][\d.]*)')


class Pictures:
    """Puts pictures into one file; each has a number of its own, as Word asks."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._drawn = 0
        self._ids: dict[str, str] = {}

    def chart(self, svg: str, alt: str, width_0_1: float) -> str:
        """A run with the chart over this share of the text's width."""
        match = _VIEW_BOX.search(svg)
        ratio = float(match[2]) / float(match[1]) if match else 0.6
        width_mm = TEXT_WIDTH_MM * min(max(width_0_1, 0.1), 1.0)
        width_mm = min(width_mm, TALLEST_MM / max(ratio, 0.01))
        zoom = width_mm * PIXELS_PER_MM / float(match[1]) if match else 2.0
        return self._run(self._added(bare(svg), zoom, PAPER), emu(width_mm), emu(width_mm * ratio), escape(clean(alt)), "")

    def shape(self, group_key: str, height_mm: float) -> str:
        """A sector's shape before a name."""
        return self.decoration(shape_svg(group_key), height_mm, height_mm)

    def decoration(self, svg: str, width_mm: float, height_mm: float) -> str:
        """A small picture that says nothing the words beside it do not say."""
        return self._run(self._added(svg, 4.0), emu(width_mm), emu(height_mm), "", _DECORATIVE, '<w:rPr><w:position w:val="-2"/></w:rPr>')

    def _added(self, svg: str, zoom: float, background: str | None = None) -> str:
        if svg not in self._ids:
            self._ids[svg], _ = self._part.get_or_add_image(io.BytesIO(png(svg, zoom, background)))
        return self._ids[svg]

    def _run(self, image_id: str, width: int, height: int, alt: str, extension: str, properties: str = "") -> str:
        self._drawn += 1
        n = self._drawn
        return (
            f'<w:r>{properties}<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{n}" name="Picture {n}" descr="{alt}">{extension}</wp:docPr><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{n}" name="picture{n}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{image_id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def png(svg: str, zoom: float, background: str | None = None) -> bytes:
    """The picture as PNG, drawn with our own font and no other. background: None leaves it open."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            background=background,
            skip_system_fonts=True,
            font_files=list(_fonts()),
            font_family="Rubik",
            sans_serif_family="Rubik",
        )
    )


@cache
def _fonts() -> tuple[str, ...]:
    folder = files("shutaf.reports") / "fonts"
    paths = []
    for name in ("Rubik-Regular.ttf", "Rubik-SemiBold.ttf"):
        with as_file(folder / name) as path:  # the package lies unpacked on disk, so the path stays valid
            paths.append(str(path))
    return tuple(paths)
