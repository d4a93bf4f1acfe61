"""How does an address get from a screen or a sheet of paper into a telephone? As a QR code, drawn as SVG."""

from __future__ import annotations

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_svg(text: str) -> SafeString:
    """Dark on white in every theme, since cameras want it so; medium error correction, so that a crease does no harm."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(omitsize=True, svgclass="qr", lineclass=None, light="#fff", border=3)
    return mark_safe(drawn)  # noqa: S308 - made of squares only
